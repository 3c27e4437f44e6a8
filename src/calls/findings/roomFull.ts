import { t } from '@vscode/l10n';
import type { Room } from '../../insights/resources/room.ts';
import { evidenceOf, type Rule } from './finding.ts';

/** Rooms for fewer are sized for exactly the expected people: it is normal that they are full. */
const minFullRoom = 5;
/** From this share of the limit a room is nearly full… */
const nearlyFullShare = 0.9;
/** …if the limit is at least this. */
const minLargeRoom = 20;

/**
 * The peak was at or near the room's limit. Silent if the limit is not known, and on rooms for fewer than
 * five people unless a participant was refused with 53105.
 */
export const roomFull: Rule = (call, format) => {
  const limit = participantLimit(call.room);
  const peak = call.presence.peak?.participants;
  if (limit === undefined || !peak) return [];
  const refused = call.stays.filter(({ errorCode }) => errorCode === 53105);
  const full = peak.count >= limit;
  const near = limit >= minLargeRoom && peak.count >= limit * nearlyFullShare;
  if (refused.length === 0 && !((full && limit >= minFullRoom) || near)) return [];
  if (!full && !near) return [];
  const [count, max] = [format.number(peak.count), format.number(limit)];
  return [
    {
      rule: 'room-full',
      severity: refused.length > 0 ? 'warning' : 'info',
      title: full
        ? t('The room was full at {0}: {1} of {2}', format.clockTime(peak.time), count, max)
        : t('The room was nearly full at {0}: {1} of {2}', format.clockTime(peak.time), count, max),
      evidence: evidenceOf(refused),
      meaning:
        refused.length > 0
          ? t('Somebody was turned away because the room had as many participants as it may have.')
          : t(
              'Further participants are turned away with 53105. Somebody who is connected twice counts twice.',
            ),
      check: t('Whether the room’s limit fits the number of people who are expected.'),
    },
  ];
};

/**
 * The room's limit of participants. Two fields have nearly the same description (INSIGHTS-API.md, trap 10),
 * and one of them may be the number that was reached; the larger one is the limit if either is.
 */
export function participantLimit(room: Room): number | undefined {
  const limit = Math.max(room.read('max_participants') ?? 0, room.read('max_concurrent_participants') ?? 0);
  return limit > 0 ? limit : undefined;
}
