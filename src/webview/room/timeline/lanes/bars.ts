import { type Scale, type Span, toX } from '../axis/timeScale.ts';

/** A bar's position, in pixels of the plot. */
export interface Bar {
  readonly left: number;
  readonly width: number;
}

/** Minimum width of a bar, so that a short stay is visible. */
export const minBarPx = 3;
/** Distance at which a pointer still hits a bar, so that the target is at least twelve pixels wide. */
const slopPx = 5;
/** Bars are clipped this far outside of the plot: browsers render millions of pixels badly. */
const beyondPx = 40;

/** The bar of a stay, clipped to the plot and its margin. */
export function barOf({ start, end }: Span, scale: Scale): Bar {
  const low = -beyondPx;
  const high = scale.width + beyondPx;
  const left = Math.min(Math.max(toX(start, scale), low), high - minBarPx);
  const right = Math.min(Math.max(toX(end, scale), low), high);
  return { left, width: Math.max(minBarPx, right - left) };
}

/** Whether any part of the bar is in the plot. */
export function isSeen(bar: Bar, width: number): boolean {
  return bar.left + bar.width > 0 && bar.left < width;
}

/**
 * Index of the bar at `x`, or the nearest one within reach; -1 if none. The later of two at the same
 * distance.
 */
export function barAt(bars: readonly Bar[], x: number): number {
  let found = -1;
  let nearest = slopPx;
  for (const [index, bar] of bars.entries()) {
    const distance = Math.max(bar.left - x, x - bar.left - bar.width, 0);
    if (distance > nearest) continue;
    nearest = distance;
    found = index;
  }
  return found;
}

/** Position of an error code: beside the end of its bar if there is space. */
export interface Chip {
  /** Pixels from the plot's left edge. */
  readonly left: number;
  /** False if there is only space for its icon. */
  readonly full: boolean;
}

const chipGapPx = 3;
const chipIconPx = 18;

/** Approximate width in pixels of a chip with this text. @param em font size in pixels */
export function chipWidth(text: string, em: number): number {
  return chipIconPx + 6 + text.length * em * 0.62;
}

interface ChipRoom {
  /** Edges of the neighbouring bars in the same track. */
  readonly before: number;
  readonly after: number;
  /** Pixels of the bar's end that must stay visible. */
  readonly keep: number;
}

/** Places a chip after the bar's end, or else on its end, or else before it, or else only the icon. */
export function placeChip(bar: Bar, size: number, { before, after, keep }: ChipRoom): Chip {
  const end = bar.left + bar.width;
  if (end + chipGapPx + size <= after) return { left: end + chipGapPx, full: true };
  const on = Math.min(end, after) - Math.max(keep, chipGapPx) - size;
  if (on >= bar.left + chipGapPx) return { left: on, full: true };
  if (bar.left - chipGapPx - size >= before) return { left: bar.left - chipGapPx - size, full: true };
  const room = end + chipGapPx + chipIconPx <= after;
  return { left: room ? end + chipGapPx : Math.max(0, Math.min(end, after) - chipIconPx), full: false };
}
