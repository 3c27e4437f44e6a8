import { t } from '@vscode/l10n';
import { joinTitle } from '../../text/joinText.ts';
import { type Account, labelProblem, suggestedLabel, uniqueLabel } from '../account.ts';
import type { StoredCredentials } from '../storedCredentials.ts';
import { showInputBox } from './inputBox.ts';
import { runSteps, type StepOutcome } from './runSteps.ts';
import { type SignInDependencies, storeCredentials, tryCredentials } from './storeCredentials.ts';
import { type CredentialKind, secretProblem, sidProblem } from './validateCredentials.ts';

/**
 * Prompts for a SID, then for its secret, which is tried, then for a label if there are other accounts. *Back*
 * returns to the prompt before. Resolves to whether the user is signed in, or to `back` from the first prompt.
 */
export async function promptCredentials(
  deps: SignInDependencies,
  kind: CredentialKind,
  origin: string,
): Promise<boolean | 'back'> {
  const accounts = await deps.accounts.readable();
  const common = { title: t('Sign In to Twilio'), totalSteps: accounts.length > 0 ? 3 : 2 };
  let sid = '';
  let label: string | undefined;
  let good: StoredCredentials | undefined;

  const askSid = async () =>
    outcomeOf(await showInputBox({ ...common, ...sidStep(kind), value: sid }), (text) => {
      sid = text;
    });

  const askSecret = async () => {
    const check = async (password: string, signal: AbortSignal) => {
      const tried = await tryCredentials(deps, { kind, username: sid, password }, origin, signal);
      if ('explanation' in tried) return joinTitle(tried.explanation.title, tried.explanation.detail);
      good = tried.good;
      return undefined;
    };
    return outcomeOf(await showInputBox({ ...common, ...secretStep(kind), check }));
  };

  const askLabel = async () => {
    label = undefined;
    if (!good || accounts.length === 0 || accounts.some(({ id }) => id === sid)) return 'next';
    return outcomeOf(await showInputBox({ ...common, ...nameStep(good, accounts) }), (text) => {
      label = text;
    });
  };

  const outcome = await runSteps([askSid, askSecret, askLabel]);
  if (outcome === 'back') return outcome;
  return outcome === 'done' && good !== undefined && storeCredentials(deps, good, label);
}

/** The outcome of a prompt; `accept` gets the text that the user entered. */
function outcomeOf(
  answer: Awaited<ReturnType<typeof showInputBox>>,
  accept: (text: string) => void = () => {},
): StepOutcome {
  if (answer === undefined) return 'cancelled';
  if (answer === 'back') return answer;
  accept(answer.text);
  return 'next';
}

function sidStep(kind: CredentialKind) {
  const key = kind === 'apiKey';
  return {
    step: 1,
    prompt: key ? t('SID of the API key') : t('Account SID'),
    placeholder: key ? 'SK…' : 'AC…',
    problem: (typed: string, finished: boolean) => sidProblem(kind, typed, finished),
  };
}

function secretStep(kind: CredentialKind) {
  return {
    step: 2,
    prompt:
      kind === 'apiKey'
        ? t('Secret of the API key. It is stored only in the editor’s secret storage.')
        : t('Auth Token. It is stored only in the editor’s secret storage.'),
    placeholder: kind === 'apiKey' ? t('Secret') : t('Auth Token'),
    password: true,
    problem: (typed: string, finished: boolean) => secretProblem(kind, typed, finished),
  };
}

function nameStep({ username, accountSid }: StoredCredentials, others: readonly Account[]) {
  return {
    step: 3,
    prompt: t('A name to identify this account'),
    placeholder: t('Name'),
    value: uniqueLabel(suggestedLabel(username, accountSid), others),
    problem: (typed: string, finished: boolean) => labelProblem(typed, others, finished),
  };
}
