import type { PaneView } from '../../protocol/overview.ts';
import type { Format } from '../../text/format.ts';

const round = [1, 2, 4, 6, 8, 10];
/** So many times as high as nearly all others, and a value would flatten them. */
const minScale = 5;
/** Of so many values one may be that high. */
const nearlyAll = 12;

/** The top of a scale for counts: round, and no lower than the highest; 1 for none. */
export function niceCeiling(highest: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  return unit * (round.find((step) => step * unit >= highest) ?? 10);
}

/**
 * The top of a scale on which counts can be told apart: a few that are far
 * above all others reach beyond it, and have to be written out.
 */
export function topOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => other - one);
  const highest = sorted[0] ?? 0;
  const usual = sorted[Math.floor(counts.length / nearlyAll)] ?? 0;
  if (usual === 0 || highest <= minScale * usual) return niceCeiling(highest);
  return niceCeiling(Math.max(...sorted.filter((count) => count <= minScale * usual)));
}

/** Nothing, the middle if it is a count, and the top. */
export function scaleMarks(top: number, format: Format): PaneView['marks'] {
  const middle = top % 2 === 0 ? [{ at: 0.5, text: format.number(top / 2) }] : [];
  return [{ at: 0, text: format.number(0) }, ...middle, { at: 1, text: format.number(top) }];
}
