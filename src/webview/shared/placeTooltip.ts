export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const gapPx = 4;

/**
 * Where a tooltip goes, in CSS pixels of the window: under what it explains,
 * above it where there is no room below, and never over the window's edge.
 */
export function placeTooltip(anchor: Box, tip: Size, window: Size): { left: number; top: number } {
  const below = anchor.top + anchor.height + gapPx;
  const above = anchor.top - tip.height - gapPx;
  const fitsBelow = below + tip.height + gapPx <= window.height;
  const top = fitsBelow || above < gapPx ? below : above;
  return {
    left: between(gapPx, anchor.left, window.width - tip.width - gapPx),
    top: between(gapPx, top, window.height - tip.height - gapPx),
  };
}

/** The lower bound wins where the bounds cross, so that the beginning can be read. */
function between(low: number, wanted: number, high: number): number {
  return Math.max(low, Math.min(wanted, high));
}
