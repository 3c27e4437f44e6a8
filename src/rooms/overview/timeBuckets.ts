import { day, hour, minute } from '../../async/durations.ts';
import type { Slice } from '../model/timeSlice.ts';
import type { Zone } from '../window/calendar.ts';

/** As many columns as can be told apart. */
const maxDays = 200;

/** How long a column is in a window of up to some length. Hours in every window that the API can fill. */
const steps = [
  { upTo: 2 * hour, step: 5 * minute },
  { upTo: 6 * hour, step: 15 * minute },
  { upTo: 8 * day, step: hour },
  { upTo: 40 * day, step: 6 * hour },
] as const;

/** A window in parts of equal length, from `start` on; milliseconds, since 1970. */
export interface TimeBuckets {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** Cuts a window at full hours, or at whatever is round for its length, of the clock. */
export function timeBuckets({ after, before }: Slice, zone: Zone): TimeBuckets {
  const length = before - after;
  const step =
    steps.find(({ upTo }) => length <= upTo)?.step ?? day * Math.max(1, Math.ceil(length / (maxDays * day)));
  const offset = zone.offset(after);
  const start = Math.floor((after + offset) / step) * step - offset;
  return { start, step, count: Math.max(1, Math.ceil((before - start) / step)) };
}

/** Which part a time falls into; undefined for none. */
export function bucketOf({ start, step, count }: TimeBuckets, time: number): number | undefined {
  const index = Math.floor((time - start) / step);
  return index >= 0 && index < count ? index : undefined;
}

/** From when to when a part is. */
export function spanOf({ start, step }: TimeBuckets, index: number): Slice {
  return { after: start + index * step, before: start + (index + 1) * step };
}
