import { t } from '@vscode/l10n';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import { isUnknownReason } from '../analysis/endReason.ts';
import { evidenceOf, type Finding, type Rule } from './common/finding.ts';
import { peopleOfStays, reasonInText } from './common/nameText.ts';

/**
 * The room has an end time or a finished summary, and the status "in progress": as in Twilio's own example of a
 * summary ("Video Insights: participant summary"). It counts as over.
 */
export const statusContradiction: Rule = ({ room, live }) => {
  if (live || normalizeEnum(room.read('room_status') ?? '') !== 'in_progress') return [];
  return [
    {
      rule: 'status-contradiction',
      severity: 'info',
      title: t('Twilio still lists the room as in progress, although it has ended'),
      evidence: [],
      meaning: t(
        'Its record has an end time or a finished summary. It is shown as completed; the status in the JSON is as Twilio sent it.',
      ),
      check: t('Nothing: only the times count.'),
    },
  ];
};

/** Times of a participant that contradict each other or the room's end. */
export const timesDoubtful: Rule = (call, format) => {
  const stays = call.stays.filter(({ doubtful, arrival }) => doubtful && arrival !== 'none');
  if (stays.length === 0) return [];
  return [
    {
      rule: 'times-doubtful',
      severity: 'info',
      title: t('Times of {0} contradict each other or the room’s', peopleOfStays(stays, call, format)),
      evidence: evidenceOf(stays, 'start'),
      meaning: t(
        'A time lies after the end of the room or far outside of it, or a leave before the join. Such a stay counts until the end of the room at most.',
      ),
      check: t('The application’s own log, if these times matter.'),
    },
  ];
};

/** End reasons that are no text of an SDK and no plain word for a leave: quoted, because nobody knows them. */
export const unknownReasons: Rule = (call, format) => {
  const stays = call.stays.filter(
    ({ endReason, errorCode, arrival }) =>
      arrival !== 'none' && errorCode === undefined && isUnknownReason(endReason),
  );
  return [...Map.groupBy(stays, ({ endReason }) => endReason)].map(
    ([reason = '', group]): Finding => ({
      rule: 'unknown-reason',
      severity: 'info',
      title: t('{0} left with the reason “{1}”', peopleOfStays(group, call, format), reasonInText(reason)),
      evidence: evidenceOf(group),
      meaning: t('Twilio does not document this reason. Without an error code it counts as a normal leave.'),
      check: t('What the application logged then, if somebody complains about this end.'),
    }),
  );
};

/** Participants of a live room whose client is reconnecting, according to the Video API. */
export const reconnecting: Rule = (call, format) => {
  const stays = call.stays.filter(
    ({ participant, end }) => end === 'present' && participant.status === 'reconnecting',
  );
  if (stays.length === 0) return [];
  return [
    {
      rule: 'reconnecting',
      severity: 'warning',
      title: t('Reconnecting now: {0}', peopleOfStays(stays, call, format)),
      evidence: evidenceOf(stays, 'start'),
      meaning: t(
        'The client has lost its signaling or media connection and tries to restore it. Twilio gives it up after about 30 seconds.',
      ),
      check: t('The participant’s network, and on phones whether the app is in the background.'),
    },
  ];
};

/** Twilio counted more participants than it lists. Silent in live rooms and until the summary is finished. */
export const listIncomplete: Rule = ({ room, live, stays }, format) => {
  const counted = room.read('unique_participants') ?? 0;
  const state = normalizeEnum(room.read('processing_state') ?? '');
  if (live || counted <= stays.length || state === 'in_progress' || state === 'not_started') return [];
  return [
    {
      rule: 'list-incomplete',
      severity: 'info',
      title: t(
        'Twilio counted {0}, and lists {1}',
        format.participants(counted),
        format.participants(stays.length),
      ),
      evidence: [],
      meaning: t('Participants are missing here, so more can have happened than is told.'),
      check: t('Refresh the room; otherwise the application’s own log.'),
    },
  ];
};
