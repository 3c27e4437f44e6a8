import type { Span } from './timeScale.ts';
import type { Zoom } from './useZoom.ts';

/** How much closer one step of a key or a button looks. */
export const zoomStep = 1.6;
/** Shift and an arrow move by this part of what is in sight. */
const moveStep = 0.2;

/** Does what the key means for the view, keeping in sight the stay that has the focus; false for other keys. */
export function zoomByKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  zoom: Zoom,
  stay: Span,
): boolean {
  const { span } = zoom;
  switch (key) {
    case '+':
    case '=':
      zoom.by(1 / zoomStep, middleInSight(stay, span));
      return true;
    case '-':
    case '_':
      zoom.by(zoomStep, middleInSight(stay, span));
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

function middleInSight(stay: Span, span: Span): number | undefined {
  const [start, end] = [Math.max(stay.start, span.start), Math.min(stay.end, span.end)];
  return start <= end ? (start + end) / 2 : undefined;
}
