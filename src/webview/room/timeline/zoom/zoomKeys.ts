import type { Span } from '../axis/timeScale.ts';
import type { Zoom } from './useZoom.ts';

/** Zoom factor of one key press or click on a button. */
export const zoomStep = 1.6;
/** Shift and an arrow key pan by this fraction of the visible span. */
const moveStep = 0.2;

/** Zooms or pans by a key, around the visible part of the focused stay; returns false for other keys. */
export function zoomByKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  zoom: Zoom,
  stay: Span,
): boolean {
  const { span } = zoom;
  switch (key) {
    case '+':
    case '=':
      zoom.by(1 / zoomStep, visibleMiddle(stay, span));
      return true;
    case '-':
    case '_':
      zoom.by(zoomStep, visibleMiddle(stay, span));
      return true;
    case '0':
      zoom.showWhole();
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
      if (!shiftKey) return false;
      zoom.move((key === 'ArrowLeft' ? -moveStep : moveStep) * (span.end - span.start));
      return true;
    default:
      return false;
  }
}

function visibleMiddle(stay: Span, span: Span): number | undefined {
  const [start, end] = [Math.max(stay.start, span.start), Math.min(stay.end, span.end)];
  return start <= end ? (start + end) / 2 : undefined;
}
