import { t } from '@vscode/l10n';
import { minute } from '../../async/durations.ts';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import { evidenceOf, type Finding, type Rule } from './finding.ts';
import { peopleOfStays } from './nameText.ts';

/** How long one person may wait in a live room before that is reported, in milliseconds. */
const minAloneMs = 5 * minute;

/**
 * No two people met: no participant, one person, or several who were never in the room at the same time.
 * Silent in a live room while its first person has waited less than five minutes, if participants are known
 * to be missing, and if others did not get in, which their errors explain.
 */
export const alone: Rule = (call) => {
  const { people, live, neverMet, firstJoin, now, room } = call;
  if (call.lanes.length === 0 && (live || (room.read('unique_participants') ?? 0) > 0)) return [];
  if (call.lanes.length > people.length) return [];
  if (people.length > 1 && !neverMet) return [];
  if (people.some(({ stays }) => stays.some(({ arrival, span }) => arrival !== 'none' && !span))) return [];
  if (people.some(({ kind }) => kind !== 'person')) return [];
  if (live && (firstJoin === undefined || now - firstJoin < minAloneMs)) return [];
  const evidence = evidenceOf(
    people.flatMap(({ stays }) => stays),
    'start',
  );
  return [{ rule: 'alone', severity: 'info', evidence, ...aloneText(call) }];
};

function aloneText({ people, live }: CallAnalysis): Pick<Finding, 'title' | 'meaning' | 'check'> {
  const sameRoom = t(
    'That everybody is given the same room: its name or SID, the account and the region, and a token that allows it.',
  );
  if (people.length === 0) {
    return {
      title: t('Nobody joined'),
      meaning: t(
        'The room was created and not used: a call that did not take place, or clients that went elsewhere.',
      ),
      check: sameRoom,
    };
  }
  if (people.length > 1) {
    return {
      title: t('Nobody was in the room at the same time as another'),
      meaning: t('People missed each other: one left before the next one came.'),
      check: t('When each of them was told to join, and whether waiting was shown to them.'),
    };
  }
  return {
    title: live
      ? t('Only one person has been in the room so far')
      : t('Only one person was ever in the room'),
    meaning: t('A test, somebody who waited in vain, or others who joined another room.'),
    check: sameRoom,
  };
}

/**
 * Twilio has not finished the summary of the room. Silent on live rooms, which are never finished, on
 * complete ones, and if the API sends no state.
 */
export const processing: Rule = ({ room, live }) => {
  const state = normalizeEnum(room.read('processing_state') ?? '');
  if (live || !['in_progress', 'not_started', 'timeout'].includes(state)) return [];
  const timedOut = state === 'timeout';
  return [
    {
      rule: 'processing',
      severity: 'info',
      title: timedOut ? t('Twilio did not finish summarising this room') : t('Figures may still change'),
      evidence: [],
      meaning: timedOut
        ? t('The summary ran into a timeout: participants, times and errors may be missing for good.')
        : t('Twilio is still summarising the room: participants, times and errors may be missing.'),
      check: timedOut
        ? t('The application’s own log, for what is missing here.')
        : t('Refresh later: usually it takes less than 30 minutes from the end of the room.'),
    },
  ];
};

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
      check: t('Nothing: the times are what counts.'),
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
