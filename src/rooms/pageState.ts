import { t } from '@vscode/l10n';
import type { Room } from '../insights/room.ts';
import type { FailureView, PageAction, PageState, PageWords } from '../protocol.ts';
import { explainFailure, type NextStep } from './explainFailure.ts';
import type { Format } from './format.ts';
import { participantsView } from './participantsView.ts';
import { roomView } from './roomView.ts';
import type { Participation } from './store.ts';

/** What is known for the page of a room. */
export interface PageFacts {
  readonly room: Room | undefined;
  readonly participation: Participation | undefined;
  /** The room itself is being fetched. */
  readonly loading: boolean;
  readonly signedIn: boolean;
  /** Why the room, or the latest fetch of it, failed. */
  readonly error?: unknown;
}

/** Everything that the page of a room shows, in words. */
export function pageState(
  { room, participation, loading, signedIn, error }: PageFacts,
  format: Format,
): PageState {
  const failed = error ?? (participation?.state === 'failed' ? participation.error : undefined);
  const failure =
    signedIn || room ? failed !== undefined && failureView(failed, room !== undefined) : signedOutView();
  return {
    words: pageWords(),
    locale: format.locale,
    loading,
    ...(room && { room: roomView(room, format) }),
    ...(room?.sid && { participants: participantsView(participation, format) }),
    ...(failure && { failure }),
  };
}

function failureView(error: unknown, keepsRoom: boolean): FailureView {
  const { title, detail, steps } = explainFailure(error);
  return {
    title,
    detail: keepsRoom ? `${detail} ${t('What is shown below is as last loaded.')}` : detail,
    actions: steps.map((id) => ({ id, label: stepLabel(id) })),
  };
}

function signedOutView(): FailureView {
  return {
    title: t('Nobody is signed in'),
    detail: t('Sign in to the Twilio account that this room belongs to, and it is shown here.'),
    actions: [{ id: 'signIn', label: t('Sign In') }],
  };
}

function stepLabel(step: NextStep): string {
  const labels: Record<NextStep & PageAction, string> = {
    retry: t('Retry'),
    showLog: t('Show Log'),
    signIn: t('Sign In Again'),
  };
  return labels[step];
}

function pageWords(): PageWords {
  return {
    copyJson: t('Copy JSON'),
    openJson: t('Open JSON'),
    refresh: t('Refresh'),
    copyValue: t('Copy value'),
    copied: t('Copied'),
    copyFailed: t('Not copied'),
    loading: t('Loading…'),
    properties: t('Properties'),
    participants: t('Participants'),
    missing: t('Twilio did not send this field'),
    null: t('Twilio sent no value (null)'),
    invalid: t('not a value that this field can have'),
    opensInBrowser: t('opens in the browser'),
    whatHappened: t('What happened'),
    findings: t('Findings'),
    noFindings: t('No problems found'),
    usually: t('Usually'),
    toCheck: t('To check'),
    moreAtTwilio: t('More at Twilio'),
    showInTimeline: t('Show in the timeline'),
    timeline: t('Timeline'),
    people: t('In the room'),
    allowed: t('allowed'),
    zoomIn: t('Zoom in'),
    zoomOut: t('Zoom out'),
    wholeCall: t('Whole call'),
    timelineHelp: t(
      'Arrow keys go from stay to stay, Enter chooses one, + and − zoom, 0 shows the whole call.',
    ),
    details: t('Participant'),
    close: t('Close'),
  };
}
