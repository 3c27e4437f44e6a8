import { day, hour, minute, second } from '../../../../async/durations.ts';
import type { Span } from './timeScale.ts';

/** Steps that people count time in, in milliseconds. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
];

export interface Ticks {
  /** Milliseconds between two ticks. */
  readonly step: number;
  readonly times: readonly number[];
}

/**
 * Round times of day inside `span`, at most `maxTicks` plus one. `offsetAt` returns the offset of local
 * time from UTC in milliseconds; a time that the clock skips has no tick.
 */
export function ticksIn(span: Span, maxTicks: number, offsetAt: (time: number) => number): Ticks {
  const step = stepFor((span.end - span.start) / Math.max(1, maxTicks));
  const offsets = [offsetAt(span.start), offsetAt(span.end)] as const;
  const last = Math.floor((span.end + Math.max(...offsets)) / step);
  const times: number[] = [];
  for (let index = Math.ceil((span.start + Math.min(...offsets)) / step); index <= last; index++) {
    const shown = index * step;
    const zones = new Set([...offsets, offsetAt(shown - offsets[0])]);
    // A clock that is put back shows the same time twice; one that is put forward never.
    const those = [...zones]
      .map((offset) => shown - offset)
      .filter((time) => time + offsetAt(time) === shown);
    for (const time of those.sort((one, other) => one - other)) {
      const before = times.at(-1);
      if (time < span.start || time > span.end) continue;
      if (before === undefined || time - before > step / 2) times.push(time);
    }
  }
  return { step, times };
}

function stepFor(minStep: number): number {
  return steps.find((step) => step >= minStep) ?? Math.max(1, Math.ceil(minStep / day)) * day;
}
