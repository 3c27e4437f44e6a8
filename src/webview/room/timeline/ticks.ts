import { day, hour, minute, second } from '../../../async/durations.ts';
import type { Span } from './timeScale.ts';

/** What people count time in. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
];

export interface Ticks {
  /** Milliseconds from one to the next. */
  readonly step: number;
  readonly times: readonly number[];
}

/**
 * Round times of day inside `span`, at most `most` of them (and one more).
 * `offsetAt` tells how far the clock on the wall is ahead of UTC, in
 * milliseconds; where it is put forward or back, a tick is left out.
 */
export function ticksIn(span: Span, most: number, offsetAt: (time: number) => number): Ticks {
  const step = stepFor((span.end - span.start) / Math.max(1, most));
  const offsets = [offsetAt(span.start), offsetAt(span.end)] as const;
  const last = Math.floor((span.end + Math.max(...offsets)) / step);
  const times: number[] = [];
  for (let index = Math.ceil((span.start + Math.min(...offsets)) / step); index <= last; index++) {
    const time = index * step - offsetAt(index * step - offsets[0]);
    const before = times.at(-1);
    if (time < span.start || time > span.end) continue;
    if (before === undefined || time - before > step / 2) times.push(time);
  }
  return { step, times };
}

function stepFor(least: number): number {
  return steps.find((step) => step >= least) ?? Math.max(1, Math.ceil(least / day)) * day;
}
