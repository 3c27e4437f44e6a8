import type { Rated } from '../filter/callTally.ts';

/** Fewer failures happen by chance. */
const minDropped = 3;
/** 99 % of a normal distribution lies within so many deviations: many groups are looked at, and some vary much. */
const deviations = 2.576;

export function rateOf({ all, dropped }: Rated): number {
  return all > 0 ? dropped / all : 0;
}

/**
 * How many times as often something failed as all the others did: infinite
 * where no other failed. Undefined unless that is more than chance: the lower
 * end of its Wilson interval at 99 % has to lie above the rate of the others.
 */
export function isSignificant(one: Rated, total: Rated): number | undefined {
  const others = { all: total.all - one.all, dropped: total.dropped - one.dropped };
  if (one.dropped < minDropped || others.all <= 0) return undefined;
  if (wilsonLowerBound(one) <= rateOf(others)) return undefined;
  return rateOf(one) / rateOf(others);
}

/** The lower end of the Wilson interval of a rate. */
export function wilsonLowerBound({ all, dropped }: Rated): number {
  if (all === 0) return 0;
  const rate = dropped / all;
  const square = deviations ** 2;
  const spread = deviations * Math.sqrt((rate * (1 - rate)) / all + square / (4 * all ** 2));
  return Math.max(0, (rate + square / (2 * all) - spread) / (1 + square / all));
}
