import { t } from '@vscode/l10n';
import type { Participant } from '../insights/participant.ts';
import { plainText } from './plainText.ts';

/** A participant for people: the identity, or the SID where there is none. */
export function participantName(participant: Participant): string {
  return (
    plainText(participant.read('participant_identity') ?? '') ||
    participant.sid ||
    t('Participant without a name')
  );
}

/** In the order of joining; who has no join time comes last. */
export function byJoinTime(participants: readonly Participant[]): Participant[] {
  const joined = new Map(participants.map((one) => [one, one.read('join_time') ?? Number.POSITIVE_INFINITY]));
  const at = (one: Participant) => joined.get(one) ?? 0;
  // Infinity − Infinity is NaN, hence the comparison instead of a difference.
  return [...participants].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
