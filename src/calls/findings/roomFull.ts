import { t } from '@vscode/l10n';
import type { Room } from '../../insights/resources/room.ts';
import { evidenceOf, type Rule } from './finding.ts';

/** Rooms for fewer are made for exactly those who come: full is how they should be. */
const maxSmallRoom = 5;
/** From this share of the limit on, a room is nearly full… */
const nearlyFullShare = 0.9;
/** …if it is one for at least so many. */
const minLargeRoom = 20;

/**
 * The peak was at or near the most that the room allows. Silent where the
 * limit is not known, and on rooms for fewer than five people unless somebody
 * was turned away with 53105.
 */
export const roomFull: Rule = (call, format) => {
  const limit = participantLimit(call.room);
  const peak = call.presence.peak?.participants;
  if (limit === undefined || !peak) return [];
  const refused = call.stays.filter(({ errorCode }) => errorCode === 53105);
  const full = peak.count >= limit;
  const near = limit >= minLargeRoom && peak.count >= limit * nearlyFullShare;
  if (refused.length === 0 && !((full && limit >= maxSmallRoom) || near)) return [];
  if (!full && !near) return [];
  const [count, most] = [format.number(peak.count), format.number(limit)];
  return [
    {
      rule: 'room-full',
      severity: refused.length > 0 ? 'warning' : 'info',
      title: full
        ? t('The room was full at {0}: {1} of {2}', format.clockTime(peak.time), count, most)
        : t('The room was nearly full at {0}: {1} of {2}', format.clockTime(peak.time), count, most),
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
 * The most participants that the room takes. Two fields are described almost
 * alike (INSIGHTS-API.md, trap 10), and one of them might be the number that was
 * reached; the larger one is the limit if either is.
 */
export function participantLimit(room: Room): number | undefined {
  const limit = Math.max(room.read('max_participants') ?? 0, room.read('max_concurrent_participants') ?? 0);
  return limit > 0 ? limit : undefined;
}
