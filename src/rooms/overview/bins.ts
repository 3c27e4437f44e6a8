import type { Range } from '../filter/roomFilter.ts';

/** How long rooms lasted, in seconds. */
export const durationBins = binsBetween([undefined, 60, 300, 900, 1800, 3600, 7200, 14_400]);

/** How many participants rooms had. */
export const sizeBins = binsBetween([0, 1, 2, 3, 6, 11, 21, 51]);

/** The bin that a value falls into; -1 for none. */
export function binOf(bins: readonly Range[], value: number): number {
  return bins.findIndex(
    ({ from, below }) => value >= (from ?? value) && value < (below ?? Number.POSITIVE_INFINITY),
  );
}

/** Ranges that touch, the last one without an end. */
function binsBetween(edges: readonly (number | undefined)[]): readonly Range[] {
  return edges.map((from, place) => {
    const below = edges[place + 1];
    return { ...(from !== undefined && { from }), ...(below !== undefined && { below }) };
  });
}
