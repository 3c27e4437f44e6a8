import type { PaneView } from '../../protocol/overview.ts';
import type { Format } from '../../text/format.ts';

const round = [1, 2, 4, 6, 8, 10];
/** A value this many times as high as nearly all others would flatten them. */
const outlierFactor = 5;
/** Of this many values, one may be an outlier. */
const valuesPerOutlier = 12;

/** The top of a scale for counts: round, and not below the highest; 1 for none. */
export function niceCeiling(highest: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  return unit * (round.find((step) => step * unit >= highest) ?? 10);
}

/** The top of a scale on which counts can be told apart: a few outliers reach beyond it and need a label. */
export function topOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => other - one);
  const highest = sorted[0] ?? 0;
  const typical = sorted[Math.floor(counts.length / valuesPerOutlier)] ?? 0;
  if (typical === 0 || highest <= outlierFactor * typical) return niceCeiling(highest);
  return niceCeiling(Math.max(...sorted.filter((count) => count <= outlierFactor * typical)));
}

/** Marks at zero, at the middle if it is an integer, and at the top. */
export function scaleMarks(top: number, format: Format): PaneView['marks'] {
  const middle = top % 2 === 0 ? [{ at: 0.5, text: format.number(top / 2) }] : [];
  return [{ at: 0, text: format.number(0) }, ...middle, { at: 1, text: format.number(top) }];
}
