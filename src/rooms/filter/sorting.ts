import { t } from '@vscode/l10n';
import { type Severity, severityRank } from '../../calls/findings/common/severity.ts';
import type { Room } from '../../insights/resources/room.ts';
import { roomDuration } from '../../text/roomText.ts';

export const sortOrders = ['newest', 'longest', 'largest', 'worst'] as const;

/** The order of the rooms in a group. Each puts the greatest first, and the newest first among equals. */
export type SortOrder = (typeof sortOrders)[number];

/** Reads a persisted order; an unknown value counts as the default, `newest`. */
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

/** Sorts by creation, newest first; the API does not document its order. Rooms without a time come last. */
export function newestFirst(rooms: readonly Room[]): Room[] {
  return [...rooms].sort((one, other) => (other.created ?? -1) - (one.created ?? -1));
}

/**
 * Merges two lists that are sorted newest first. `more` is usually a page, with rooms of the same hours: the
 * rooms before and after them are copied without comparing each.
 */
export function withNewer(newest: readonly Room[], more: readonly Room[]): Room[] {
  // Allocated in full: an array that grows takes three times the memory, and the time for it.
  const all = new Array<Room>(newest.length + more.length);
  let [at, end] = [0, 0];
  for (const room of more) {
    for (const index = firstOlder(newest, room, at); at < index; at++) all[end++] = newest[at] as Room;
    all[end++] = room;
  }
  for (; at < newest.length; at++) all[end++] = newest[at] as Room;
  return all;
}

/** The index of the first room that is older than this one, from `from` on. */
function firstOlder(newest: readonly Room[], { created = -1 }: Room, from: number): number {
  const isOlder = (index: number) => (newest[index]?.created ?? -1) < created;
  let [low, high] = [from, newest.length];
  // The common case: the rooms of a page follow each other.
  if (low === high || isOlder(low)) return low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isOlder(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface Sorting {
  /** Milliseconds since 1970; the duration of live rooms is measured up to it. */
  readonly now: number;
  /** The most severe finding of a room, if it is known. */
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

/** Sorts by a value of 0 or more, greatest first; each value is read once. Rooms without one come last. */
function greatestFirst(rooms: readonly Room[], valueIn: (room: Room) => number | undefined): Room[] {
  return rooms
    .map((room) => ({ room, value: valueIn(room) ?? -1 }))
    .sort((one, other) => other.value - one.value)
    .map(({ room }) => room);
}
