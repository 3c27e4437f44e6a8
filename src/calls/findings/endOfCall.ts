import { t } from '@vscode/l10n';
import { second } from '../../async/durations.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Stay } from '../analysis/stay.ts';

/** People who go with the end of a call do so within this time of each other. */
const endOfCallMs = 10 * second;

/**
 * Whether a drop may be no more than the end of the call: the signaling connection was lost, nobody remained, and
 * nobody came back. A window that is closed or reloaded without `disconnect()` ends so too (Twilio in
 * twilio/twilio-video.js#416).
 */
export function canBeEndOfCall(stay: Stay, { live, stays }: CallAnalysis): boolean {
  const { span, endCode, outcome, backAt, lane } = stay;
  if (live || outcome !== 'dropped' || endCode !== 53001 || backAt !== undefined || !span) return false;
  return !stays.some(
    (one) =>
      one.lane !== lane &&
      one.arrival !== 'none' &&
      (!one.span || one.end === 'unknown' || one.span.end > span.end + endOfCallMs),
  );
}

/** The other reading of such a drop. */
export function endOfCallText(): string {
  return t(
    'Nobody was in the room afterwards, so it can be the end of the call: a window that is closed without disconnecting ends like this too.',
  );
}
