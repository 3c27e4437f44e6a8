import { t } from '@vscode/l10n';
import { type Severity, severityRank } from '../../calls/findings/severity.ts';
import type { Room } from '../../insights/resources/room.ts';
import { roomDuration } from '../../text/roomText.ts';

export const sortOrders = ['newest', 'longest', 'largest', 'worst'] as const;

/** In which order the rooms of a group stand. Each puts its greatest first, and the newest first among equals. */
export type SortOrder = (typeof sortOrders)[number];

/** Reads a kept order; what is none counts as the default. */
export function readSortOrder(value: unknown): SortOrder {
  return sortOrders.find((order) => order === value) ?? 'newest';
}

export function sortOrderLabel(order: SortOrder): string {
  switch (order) {
    case 'newest':
      return t('Newest first');
    case 'longest':
      return t('Longest first');
    case 'largest':
      return t('Largest first');
    case 'worst':
      return t('Worst first');
  }
}

/** By creation, newest first; the API does not document its order. Rooms without a time come last. */
export function newestFirst(rooms: readonly Room[]): Room[] {
  return [...rooms].sort((one, other) => (other.created ?? -1) - (one.created ?? -1));
}

/**
 * Rooms that stand the newest first, and others that came later and stand so
 * too, together in that order. A page holds rooms of the same hours: what stands
 * before and behind them is taken over without looking at each.
 */
export function withNewer(newest: readonly Room[], more: readonly Room[]): Room[] {
  // One that grows takes three times the memory on its way, and the time for that.
  const all = new Array<Room>(newest.length + more.length);
  let [at, end] = [0, 0];
  for (const room of more) {
    for (const place = firstOlder(newest, room, at); at < place; at++) all[end++] = newest[at] as Room;
    all[end++] = room;
  }
  for (; at < newest.length; at++) all[end++] = newest[at] as Room;
  return all;
}

/** Where the first room stands that is older than this one, among those from a place on. */
function firstOlder(newest: readonly Room[], { created = -1 }: Room, from: number): number {
  const isOlder = (place: number) => (newest[place]?.created ?? -1) < created;
  let [low, high] = [from, newest.length];
  // Mostly at once: the rooms of a page follow on each other.
  if (low === high || isOlder(low)) return low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isOlder(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface Sorting {
  /** Milliseconds since 1970: a live room has lasted until now. */
  readonly now: number;
  /** The gravest finding of a room, as far as it is known. */
  readonly severityOf: (key: string) => Severity | undefined;
}

/** @param newest the rooms, newest first: the order among equals */
export function sortRooms(
  newest: readonly Room[],
  order: SortOrder,
  { now, severityOf }: Sorting,
): readonly Room[] {
  switch (order) {
    case 'newest':
      return newest;
    case 'longest':
      return greatestFirst(newest, (room) => roomDuration(room, now)?.seconds);
    case 'largest':
      return greatestFirst(newest, (room) => room.read('unique_participants'));
    case 'worst':
      return greatestFirst(newest, ({ key }) => severityRank(severityOf(key)));
  }
}

/** By a value that is 0 or more, the greatest first, which is read once; rooms without one come last. */
function greatestFirst(rooms: readonly Room[], valueIn: (room: Room) => number | undefined): Room[] {
  return rooms
    .map((room) => ({ room, value: valueIn(room) ?? -1 }))
    .sort((one, other) => other.value - one.value)
    .map(({ room }) => room);
}
