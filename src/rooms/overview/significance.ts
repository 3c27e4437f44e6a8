import type { Rated } from '../../calls/analysis/outcomeCounts.ts';

/** Fewer failures may be chance. */
const minFailed = 3;
/**
 * 99 % of a normal distribution lies within this many standard deviations. Many groups are compared, and some
 * vary much.
 */
const deviations = 2.576;

/** The share that failed, 0 to 1. */
export function rateOf({ all, failed }: Rated): number {
  return all > 0 ? failed / all : 0;
}

/**
 * The failure rate of a group divided by that of all others; infinite if no other failed. Undefined unless
 * the difference is significant: the lower bound of the group's 99 % Wilson interval must lie above the rate
 * of the others.
 */
export function significantRatio(one: Rated, total: Rated): number | undefined {
  const others = { all: total.all - one.all, failed: total.failed - one.failed };
  if (one.failed < minFailed || others.all <= 0) return undefined;
  if (wilsonLowerBound(one) <= rateOf(others)) return undefined;
  return rateOf(one) / rateOf(others);
}

/** The lower bound of the 99 % Wilson interval of a rate, 0 to 1. */
export function wilsonLowerBound({ all, failed }: Rated): number {
  if (all === 0) return 0;
  const rate = failed / all;
  const square = deviations ** 2;
  const spread = deviations * Math.sqrt((rate * (1 - rate)) / all + square / (4 * all ** 2));
  return Math.max(0, (rate + square / (2 * all) - spread) / (1 + square / all));
}
