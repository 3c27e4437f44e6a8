import { day, hour, minute } from '../../async/durations.ts';
import type { Zone } from '../../text/timeZone.ts';

/**
 * What the clock of a zone shows, as the milliseconds since 1970 at which a clock of UTC shows the same. A day
 * begins where it is a multiple of 24 hours.
 */
export function clockOf(time: number, zone: Zone): number {
  return time + zone.offset(time);
}

/**
 * The time at which a clock shows `shown`: the first or the last of two if it is put back, and the moment at
 * which it is put forward if it never shows that.
 */
export function timeOf(shown: number, zone: Zone, which: 'first' | 'last' = 'first'): number {
  // The clock changes at most once within two days.
  const [one, other] = [shown - zone.offset(shown - day), shown - zone.offset(shown + day)];
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const right = [first, last].filter((time) => clockOf(time, zone) === shown);
  return (which === 'first' ? right[0] : right.at(-1)) ?? changeBetween(first, last, zone);
}

/**
 * When the clock has shown everything before `shown`: the end of a range that a clock describes. If the clock is
 * put back from three to two, "1:00–2:00" ends before, and "2:00–3:00" takes two hours.
 */
export function endOf(shown: number, zone: Zone): number {
  const last = timeOf(shown - 1, zone, 'last');
  return clockOf(last, zone) === shown - 1 ? last + 1 : last;
}

/** The day that a clock of a zone shows at a time, as `clockOf` has it. */
export function dateOf(time: number, zone: Zone): number {
  return Math.floor(clockOf(time, zone) / day) * day;
}

/** When the day of a time begins, or that `days` days later: not at midnight in zones that skip it. */
export function dayOf(time: number, zone: Zone, days = 0): number {
  return timeOf(dateOf(time, zone) + days * day, zone);
}

/**
 * The times of a span at which the clock shows a multiple of `step`, and the next one on each side: the first
 * is at `after` or before it, the last at `before` or later.
 * @param step at most an hour, or a multiple of an hour that divides the day, or whole days
 */
export function clockSteps(after: number, before: number, step: number, zone: Zone): number[] {
  const steps = [stepBefore(after, step, zone)];
  for (let last = steps[0] ?? after; last < before; steps.push(last)) last = stepAfter(last, step, zone);
  return steps;
}

function stepBefore(time: number, step: number, zone: Zone): number {
  if (step > hour) return timeOf(Math.floor(clockOf(time, zone) / step) * step, zone);
  // By quarters, because a clock that is put back or forward by half an hour passes a full hour twice or never.
  let at = time - (((clockOf(time, zone) % step) + step) % step);
  if (zone.offset(at) === zone.offset(time)) return at;
  at = Math.floor(time / quarterHour) * quarterHour;
  while (clockOf(at, zone) % step !== 0) at -= quarterHour;
  return at;
}

function stepAfter(time: number, step: number, zone: Zone): number {
  if (step > hour) {
    const shown = Math.floor(clockOf(time, zone) / step) * step;
    return Math.max(timeOf(shown + step, zone), time + minute);
  }
  let at = time + step;
  if (zone.offset(at) === zone.offset(time)) return at;
  at = time;
  do at += Math.min(quarterHour, step);
  while (clockOf(at, zone) % step !== 0);
  return at;
}

const quarterHour = 15 * minute;

/** When the offset changes, to the second. */
function changeBetween(from: number, to: number, zone: Zone): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offset(middle) === zone.offset(from)) before = middle;
    else after = middle;
  }
  return after;
}
