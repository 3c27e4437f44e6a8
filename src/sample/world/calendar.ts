import { hour } from '../../async/durations.ts';

const slot = hour / 4;

/**
 * Distributes rooms over the time from `since` to `until` (milliseconds), denser in working hours. The result
 * maps a share (0 up to 1) to a time; 0 is `until`, and a greater share is earlier.
 */
export function spreadBackwards(since: number, until: number): (share: number) => number {
  const sums: number[] = [0];
  for (let end = until; end > since; end -= slot) sums.push((sums.at(-1) ?? 0) + density(end - slot / 2));
  const total = sums.at(-1) ?? 0;
  return (share) => {
    const target = share * total;
    let low = 0;
    let high = sums.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= target) low = middle;
      else high = middle;
    }
    const before = sums[low] ?? 0;
    const within = (target - before) / ((sums[high] ?? total) - before || 1);
    return Math.max(since, until - (low + within) * slot);
  };
}

/** The relative density of rooms at a time. The customers live around UTC. */
function density(time: number): number {
  const moment = new Date(time);
  const hours = moment.getUTCHours();
  const weekend = moment.getUTCDay() % 6 === 0;
  const busy = hours >= 8 && hours < 18 ? 7 : hours >= 6 && hours < 22 ? 2.5 : 0.6;
  return weekend ? busy * 0.4 : busy;
}
