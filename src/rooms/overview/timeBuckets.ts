import { day, hour, minute } from '../../async/durations.ts';
import type { Slice } from '../model/timeSlice.ts';
import type { Zone } from '../window/calendar.ts';

/** More columns could not be told apart. */
const maxDays = 200;

/** Bucket length by window length, in milliseconds. An hour at most in every window that the API can fill. */
const steps = [
  { upTo: 2 * hour, step: 5 * minute },
  { upTo: 6 * hour, step: 15 * minute },
  { upTo: 8 * day, step: hour },
  { upTo: 40 * day, step: 6 * hour },
] as const;

/**
 * A window in `count` buckets of equal length: `start` is in milliseconds since 1970, `step` in milliseconds.
 */
export interface TimeBuckets {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** Divides a window at full hours, or at another round step for its length, of the zone's clock. */
export function timeBuckets({ after, before }: Slice, zone: Zone): TimeBuckets {
  const length = before - after;
  const step =
    steps.find(({ upTo }) => length <= upTo)?.step ?? day * Math.max(1, Math.ceil(length / (maxDays * day)));
  const offset = zone.offset(after);
  const start = Math.floor((after + offset) / step) * step - offset;
  return { start, step, count: Math.max(1, Math.ceil((before - start) / step)) };
}

/** The index of the bucket that contains a time; undefined for none. */
export function bucketOf({ start, step, count }: TimeBuckets, time: number): number | undefined {
  const index = Math.floor((time - start) / step);
  return index >= 0 && index < count ? index : undefined;
}

/** The span of a bucket. */
export function spanOf({ start, step }: TimeBuckets, index: number): Slice {
  return { after: start + index * step, before: start + (index + 1) * step };
}
