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
 * The position of a tooltip in CSS pixels of the window: below its anchor, above it if there is no space
 * below, and never beyond the window's edge.
 */
export function placeTooltip(anchor: Box, tip: Size, window: Size): { left: number; top: number } {
  const below = anchor.top + anchor.height + gapPx;
  const above = anchor.top - tip.height - gapPx;
  const fitsBelow = below + tip.height + gapPx <= window.height;
  const top = fitsBelow || above < gapPx ? below : above;
  return {
    left: clamp(gapPx, anchor.left, window.width - tip.width - gapPx),
    top: clamp(gapPx, top, window.height - tip.height - gapPx),
  };
}

/** Clamps a value. The lower bound wins if the bounds cross, so that the beginning can be read. */
function clamp(low: number, wanted: number, high: number): number {
  return Math.max(low, Math.min(wanted, high));
}
