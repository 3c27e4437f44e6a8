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

const GAP = 4;

/**
 * Where a tooltip goes, in CSS pixels of the window: under what it explains,
 * above it where there is no room below, and never over the window's edge.
 */
export function placeTooltip(anchor: Box, tip: Size, window: Size): { left: number; top: number } {
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - tip.height - GAP;
  const fitsBelow = below + tip.height + GAP <= window.height;
  const top = fitsBelow || above < GAP ? below : above;
  return {
    left: between(GAP, anchor.left, window.width - tip.width - GAP),
    top: between(GAP, top, window.height - tip.height - GAP),
  };
}

/** The lower bound wins where the bounds cross, so that the beginning can be read. */
function between(low: number, wanted: number, high: number): number {
  return Math.max(low, Math.min(wanted, high));
}
