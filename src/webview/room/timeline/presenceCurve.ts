import { type Scale, toX } from './timeScale.ts';

export interface Presence {
  readonly time: number;
  readonly count: number;
}

/** Where counts of people lie in a plot, in pixels from its top. */
export interface CountScale {
  readonly y: (count: number) => number;
  /** Of the line that marks how many are allowed. */
  readonly allowedY: number | undefined;
  /** The limit is so far above that its line stands nearer than it belongs. */
  readonly broken: boolean;
}

/** Up to how many times the peak the limit is drawn in its true place. */
const maxProportional = 3;

/**
 * The peak and the limit in one plot. A limit far above the peak would press the
 * curve flat: then the curve takes the lower part, and the scale is broken.
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

/** How many were in the room at a time. `present` is in the order of time. */
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
