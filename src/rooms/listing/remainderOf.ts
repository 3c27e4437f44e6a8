import { second } from '../../async/durations.ts';
import type { Slice } from '../model/timeSlice.ts';

/** Fewer rooms, or fewer distinct times, may be in order by chance. */
const minimum = { rooms: 20, times: 10 };

/**
 * The part of a slice that a page leaves to load, if the page is in order of creation: everything beyond its
 * last room. The API does not document an order, so it is detected; undefined if there is none, and the
 * page's link must be followed. Times may be truncated to the second.
 * @param created creation times in the order received, in milliseconds since 1970; undefined for a room
 * without one
 */
export function remainderOf(slice: Slice, created: readonly (number | undefined)[]): Slice | undefined {
  const times = created.filter(
    (time) => time !== undefined && time >= toSecond(slice.after) && time < slice.before,
  ) as number[];
  const last = times.at(-1);
  if (last === undefined || times.length < Math.max(minimum.rooms, created.length)) return undefined;
  if (new Set(times).size < minimum.times) return undefined;
  if (inOrder(times, (one, next) => one >= next)) {
    const before = toSecond(last) + second;
    return before < slice.before && before > slice.after ? { after: slice.after, before } : undefined;
  }
  if (inOrder(times, (one, next) => one <= next)) {
    const after = toSecond(last);
    return after > slice.after ? { after, before: slice.before } : undefined;
  }
  return undefined;
}

function inOrder(times: readonly number[], holds: (one: number, next: number) => boolean): boolean {
  return times.every((time, index) => index === 0 || holds(times[index - 1] ?? time, time));
}

function toSecond(time: number): number {
  return Math.floor(time / second) * second;
}
