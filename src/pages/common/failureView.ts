import { t } from '@vscode/l10n';
import type { FailureAction, FailureView } from '../../protocol/roomPage.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { NextStep } from '../../text/explanation.ts';
import { joinSentences } from '../../text/joinText.ts';

function stepLabel(step: NextStep): string {
  const labels: Record<NextStep & FailureAction, string> = {
    retry: t('Retry'),
    showLog: t('Show Log'),
    signIn: t('Sign In Again'),
    proxySettings: t('Proxy Settings'),
  };
  return labels[step];
}

/**
 * A failure with its next steps.
 * @param keepsRoom whether the data loaded before is still shown
 */
export function failureView(error: unknown, keepsRoom: boolean): FailureView {
  const { title, detail, steps } = explainFailure(error);
  return {
    title,
    detail: keepsRoom ? joinSentences([detail, t('The data below was loaded earlier.')]) : detail,
    actions: steps.map((id) => ({ id, label: stepLabel(id) })),
  };
}

/** The page of a room while signed out. */
export function signedOutView(): FailureView {
  return {
    title: t('Nobody is signed in'),
    detail: t('Sign in to the Twilio account that this room belongs to, and it is shown here.'),
    actions: [{ id: 'signIn', label: t('Sign In') }],
  };
}
