import { day, hour, minute } from '../../async/durations.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Zone } from '../../text/timeZone.ts';
import type { Slice } from '../model/timeSlice.ts';
import { clockSteps } from '../window/calendar.ts';

/** More columns could not be told apart. */
const maxDays = 200;

/** Bucket length by window length, in milliseconds. An hour at most in every window that the API can fill. */
const steps = [
  { upTo: 2 * hour, step: 5 * minute },
  { upTo: 6 * hour, step: 15 * minute },
  { upTo: 8 * day, step: hour },
  { upTo: 40 * day, step: 6 * hour },
] as const;

/** A window in buckets that begin at round times of the clock. */
export interface TimeBuckets {
  /** Usual length of a bucket, in milliseconds; where the clock is put forward or back, one differs. */
  readonly step: number;
  readonly count: number;
  /** Where each bucket begins, and where the last one ends, in milliseconds since 1970. */
  readonly edges: readonly number[];
}

/** Divides a window at full hours, or at another round step for its length, of the zone's clock. */
export function timeBuckets({ after, before }: Slice, zone: Zone): TimeBuckets {
  const length = before - after;
  const step =
    steps.find(({ upTo }) => length <= upTo)?.step ?? day * Math.max(1, Math.ceil(length / (maxDays * day)));
  const edges = clockSteps(after, Math.max(before, after + 1), step, zone);
  return { step, count: edges.length - 1, edges };
}

/** The index of the bucket that contains a time; undefined for none. */
export function bucketOf({ edges, step, count }: TimeBuckets, time: number): number | undefined {
  const [start = 0] = edges;
  if (!(time >= start && time < (edges[count] ?? start))) return undefined;
  let index = Math.min(count - 1, Math.floor((time - start) / step));
  while (time < (edges[index] ?? start)) index--;
  while (time >= (edges[index + 1] ?? time + 1)) index++;
  return index;
}

/** The span of a bucket. */
export function spanOf({ edges }: TimeBuckets, index: number): Slice {
  const after = edges[index] ?? 0;
  return { after, before: edges[index + 1] ?? after };
}

/** A window that ends with its newest room: where Twilio's clock is ahead, that was created after now. */
export function untilNewest({ after, before }: Slice, rooms: readonly Room[]): Slice {
  let last = before;
  for (const { created = 0 } of rooms) if (created >= last && created < before + day) last = created + 1;
  return { after, before: last };
}
