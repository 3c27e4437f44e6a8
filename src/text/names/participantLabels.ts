import { t } from '@vscode/l10n';
import type { Participant } from '../../insights/resources/participant.ts';
import { withoutIsolates } from '../../unicode/isolate.ts';
import { participantName } from '../participantText.ts';
import { identityLabels } from './identityLabels.ts';

/** Gives the label of a participant. */
export type LabelOf = (participant: Participant) => string;

/**
 * The labels of all participants of a call: of the identity, or of the SID if there is none. Stays of one
 * identity have the same label. Made once for the call, because a label depends on the others. They are not
 * isolated: see `nameInText`, `afterName` and `<bdi>`.
 */
export function participantLabels(participants: readonly Participant[]): LabelOf {
  const labels = identityLabels(participants.map(labelled).filter((text) => text !== undefined));
  return (participant) => labels.get(labelled(participant) ?? '') ?? t('Participant without a name');
}

function labelled(participant: Participant): string | undefined {
  const identity = participant.read('participant_identity');
  return identity?.trim() ? identity : participant.sid;
}

/** The identity or the SID as it is, on one line; undefined if the label says the same. */
export function fullName(participant: Participant, label: string): string | undefined {
  const full = participantName(participant);
  return withoutIsolates(full) === label ? undefined : full;
}
