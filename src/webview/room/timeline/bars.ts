import { type Scale, type Span, toX } from './timeScale.ts';

/** A bar from left to right, in pixels of the plot. */
export interface Bar {
  readonly left: number;
  readonly width: number;
}

/** However short a stay was, it can be seen. */
export const minBarPx = 3;
/** How far beside a bar a pointer still hits it: together a target of twelve pixels at the least. */
const slopPx = 5;
/** Bars are cut this far outside of the plot: a browser does not draw millions of pixels well. */
const beyondPx = 40;

/** The bar of a stay. */
export function barOf({ start, end }: Span, scale: Scale): Bar {
  const low = -beyondPx;
  const high = scale.width + beyondPx;
  const left = Math.min(Math.max(toX(start, scale), low), high - minBarPx);
  const right = Math.min(Math.max(toX(end, scale), low), high);
  return { left, width: Math.max(minBarPx, right - left) };
}

/** Whether any of the bar lies in the plot. */
export function isSeen(bar: Bar, width: number): boolean {
  return bar.left + bar.width > 0 && bar.left < width;
}

/** The bar at `x`, else the nearest one within reach; -1 for none. Of two at the same place the later. */
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

/** Where an error's code goes: beside the end of its bar where there is room. */
export interface Chip {
  /** From the plot's left edge, in pixels. */
  readonly left: number;
  /** False where only its icon has room. */
  readonly full: boolean;
}

const chipGapPx = 3;
const chipIconPx = 18;

/** About how wide the chip is that says `text` in letters of this height, in pixels. */
export function chipWidth(text: string, letter: number): number {
  return chipIconPx + 6 + text.length * letter * 0.62;
}

interface ChipRoom {
  /** The neighbours' edges in the same track. */
  readonly before: number;
  readonly after: number;
  /** How much of the bar's end is to stay in sight. */
  readonly keep: number;
}

/** Beside the bar's end; else on the bar, at its end; else before it; else only the icon. */
export function placeChip(bar: Bar, size: number, { before, after, keep }: ChipRoom): Chip {
  const end = bar.left + bar.width;
  if (end + chipGapPx + size <= after) return { left: end + chipGapPx, full: true };
  const on = Math.min(end, after) - Math.max(keep, chipGapPx) - size;
  if (on >= bar.left + chipGapPx) return { left: on, full: true };
  if (bar.left - chipGapPx - size >= before) return { left: bar.left - chipGapPx - size, full: true };
  const room = end + chipGapPx + chipIconPx <= after;
  return { left: room ? end + chipGapPx : Math.max(0, Math.min(end, after) - chipIconPx), full: false };
}
