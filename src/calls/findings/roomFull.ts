import { t } from '@vscode/l10n';
import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import { isLossCode } from '../analysis/codeFamilies.ts';
import type { Stay } from '../analysis/stay.ts';
import { evidenceOf, type Finding, type Rule } from './common/finding.ts';
import { errorInText, nameInText, peopleOfStays } from './common/nameText.ts';

/** Rooms for fewer are sized for exactly the expected people: it is normal that they are full. */
const minFullRoom = 5;
/** From this share of the limit a room is nearly full… */
const nearlyFullShare = 0.9;
/** …if the limit is at least this. */
const minLargeRoom = 20;

/**
 * Somebody was turned away with 53105, or the peak was at or near the room's limit. Those who were turned away were
 * never in the room and count nowhere. Silent without such a refusal if the limit is not known, and on rooms for fewer
 * than five people.
 */
export const roomFull: Rule = (call, format) => {
  const refused = call.stays.filter(({ errorCode, outcome }) => errorCode === 53105 && outcome === 'refused');
  const limit = participantLimit(call.room);
  if (refused.length > 0) return [turnedAway(refused, limit, call, format)];
  const peak = call.presence.peak?.participants;
  if (limit === undefined || !peak) return [];
  const full = peak.count >= limit;
  const near = limit >= minLargeRoom && peak.count >= limit * nearlyFullShare;
  if (!(full && limit >= minFullRoom) && !near) return [];
  const [at, count, max] = [format.clockTime(peak.time), format.number(peak.count), format.number(limit)];
  return [
    {
      rule: 'room-full',
      severity: 'info',
      title: full
        ? t('The room was full at {0}: {1} of {2}', at, count, max)
        : t('The room was nearly full at {0}: {1} of {2}', at, count, max),
      evidence: [],
      meaning: t(
        'Further participants are turned away with 53105. Somebody who is connected twice counts twice.',
      ),
      check: t('Whether the room’s limit fits the number of people who are expected.'),
    },
  ];
};

function turnedAway(
  refused: readonly Stay[],
  limit: number | undefined,
  call: CallAnalysis,
  format: Format,
): Finding {
  const time = refused.find(({ span }) => span)?.span?.start;
  const holders = time === undefined ? [] : call.stays.filter((stay) => isInside(stay, time));
  const isFull = limit !== undefined && holders.length >= limit;
  return {
    rule: 'room-full',
    severity: 'warning',
    title: fullTitle(time, holders.length, limit, format),
    evidence: evidenceOf(refused, 'start'),
    meaning: joinSentences([
      t('Somebody was turned away because the room had as many participants as it may have.'),
      isFull ? t('Its seats were held by: {0}.', peopleOfStays(holders, call, format)) : '',
      ...(isFull ? holders : [])
        .filter(({ outcome, errorCode }) => outcome === 'dropped' && isLossCode(errorCode))
        .map((stay) =>
          t(
            '{0} was counted until {1}, when Twilio gave the connection up ({2}): it may have been gone before.',
            ...[nameInText(stay.name), format.clockTime(stay.span?.end ?? 0)],
            errorInText(stay.errorCode, stay.endReason),
          ),
        ),
    ]),
    check: t(
      'Whether the room’s limit fits the number of people who are expected, and whether lost connections held seats.',
    ),
  };
}

function fullTitle(
  time: number | undefined,
  inside: number,
  limit: number | undefined,
  format: Format,
): string {
  if (time === undefined || limit === undefined) return t('The room was full (53105)');
  const args = [format.clockTime(time), format.number(inside), format.number(limit)];
  return inside >= limit
    ? t('The room was full at {0}: {1} of {2}', ...args)
    : t('The room was full at {0} for Twilio (53105), although the list has {1} of {2} then', ...args);
}

function isInside({ arrival, span }: Stay, time: number): boolean {
  return arrival !== 'none' && span !== undefined && span.start <= time && span.end > time;
}

/**
 * The room's limit of participants. Two fields have nearly the same description (INSIGHTS-API.md, trap 10),
 * and one of them may be the number that was reached; the larger one is the limit if either is.
 */
export function participantLimit(room: Room): number | undefined {
  const limit = Math.max(room.read('max_participants') ?? 0, room.read('max_concurrent_participants') ?? 0);
  return limit > 0 ? limit : undefined;
}
