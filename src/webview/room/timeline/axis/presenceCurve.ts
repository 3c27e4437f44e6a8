import { type Scale, toX } from './timeScale.ts';

export interface Presence {
  readonly time: number;
  readonly count: number;
}

/** Maps numbers of participants to pixels from the plot's top. */
export interface CountScale {
  readonly y: (count: number) => number;
  /** Position of the line that marks the limit. */
  readonly allowedY: number | undefined;
  /** True if the limit is so far above the peak that its line is not to scale. */
  readonly broken: boolean;
}

/** The limit is to scale up to this multiple of the peak. */
const maxProportional = 3;

/**
 * The scale for the peak and the limit in one plot. A limit far above the peak would flatten the curve: then
 * the curve uses the lower part of the plot, and the scale is broken.
 */
export function countScale(
  peak: number,
  allowed: number | undefined,
  plot: { readonly top: number; readonly bottom: number },
): CountScale {
  const { top, bottom } = plot;
  const broken = allowed !== undefined && allowed > Math.max(1, peak) * maxProportional;
  const highest = Math.max(1, peak, broken ? 0 : (allowed ?? 0));
  const ceiling = broken ? top + (bottom - top) / 3 : top;
  const y = (count: number) => bottom - (count / highest) * (bottom - ceiling);
  return { y, broken, allowedY: allowed === undefined ? undefined : broken ? top : y(allowed) };
}

/** Number of participants in the room at a time. `present` must be sorted by time. */
export function countAt(present: readonly Presence[], time: number): number {
  let low = 0;
  let high = present.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((present[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return present[low - 1]?.count ?? 0;
}

/** The step curve as SVG path data, from the plot's left edge to the time `until` or the right edge. */
export function curvePath(
  present: readonly Presence[],
  until: number,
  scale: Scale,
  y: (count: number) => number,
): string {
  const at = (value: number) => Math.round(value * 10) / 10;
  const right = Math.min(scale.width, toX(until, scale));
  let level = y(0);
  let path = `M0 ${at(level)}`;
  let last = 0;
  for (const { time, count } of present) {
    const x = toX(time, scale);
    if (x > right) break;
    level = y(count);
    if (x <= 0) {
      path = `M0 ${at(level)}`;
      continue;
    }
    last = x;
    path += `H${at(x)}V${at(level)}`;
  }
  return right > last ? `${path}H${at(right)}` : path;
}
