import type { Range } from '../filter/roomFilter.ts';

/** Ranges of the duration of a room, in seconds. */
export const durationBins = binsBetween([undefined, 60, 300, 900, 1800, 3600, 7200, 14_400]);

/** Ranges of the number of participants of a room. */
export const sizeBins = binsBetween([0, 1, 2, 3, 6, 11, 21, 51]);

/** The index of the bin that contains a value; -1 for none. */
export function binOf(bins: readonly Range[], value: number): number {
  return bins.findIndex(
    ({ from, below }) => value >= (from ?? value) && value < (below ?? Number.POSITIVE_INFINITY),
  );
}

/** Adjacent ranges; the last one has no end. */
function binsBetween(edges: readonly (number | undefined)[]): readonly Range[] {
  return edges.map((from, index) => {
    const below = edges[index + 1];
    return { ...(from !== undefined && { from }), ...(below !== undefined && { below }) };
  });
}
