import { t } from '@vscode/l10n';
import { minute } from '../../async/durations.ts';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import { evidenceOf, type Finding, type Rule } from './common/finding.ts';

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
  // Two devices with one identity can be two people.
  const evicted = people.some(({ stays }) => stays.some(({ outcome }) => outcome === 'evicted'));
  if (evicted || people.some(({ kind }) => kind !== 'person')) return [];
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
