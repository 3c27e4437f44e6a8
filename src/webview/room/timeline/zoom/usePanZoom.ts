import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Scale, toTime } from '../axis/timeScale.ts';
import type { Zoom } from './useZoom.ts';

/** Shorter movements are clicks by an unsteady hand. */
const minDragPx = 4;
/** Limits one zoom step: a mouse wheel sends deltas of about 100, a trackpad's pinch of about 1. */
const maxWheelPx = 40;
const zoomPerPx = 0.01;
const linePx = 16;

interface PanZoomElements {
  /** The element that gets wheel and pointer events. */
  readonly plot: RefObject<HTMLElement | null>;
  /** The element that has the width and position of the time axis. */
  readonly ruler: RefObject<HTMLElement | null>;
}

/**
 * The wheel with Ctrl or ⌘ (also sent for a trackpad's pinch) zooms at the pointer. A horizontal wheel, the
 * wheel with Shift, or dragging pans. A plain vertical wheel scrolls as usual.
 */
export function usePanZoom({ plot, ruler }: PanZoomElements, zoom: Zoom, scale: Scale): void {
  const latest = useRef({ zoom, scale });
  latest.current = { zoom, scale };
  useEffect(() => {
    const element = plot.current;
    if (!element) return;
    const perPixel = () => {
      const { span, width } = latest.current.scale;
      return (span.end - span.start) / Math.max(1, width);
    };
    const wheeled = (event: WheelEvent) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : linePx;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const x = event.clientX - (ruler.current?.getBoundingClientRect().left ?? 0);
        const delta = Math.max(-maxWheelPx, Math.min(event.deltaY * unit, maxWheelPx));
        latest.current.zoom.by(Math.exp(delta * zoomPerPx), toTime(x, latest.current.scale));
        return;
      }
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      const along = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!along || latest.current.zoom.isWhole) return;
      event.preventDefault();
      latest.current.zoom.move(sideways * unit * perPixel());
    };
    const stopDragging = listenForDrag(element, (pixels) => {
      if (latest.current.zoom.isWhole) return false;
      latest.current.zoom.move(-pixels * perPixel());
      return true;
    });
    element.addEventListener('wheel', wheeled, { passive: false });
    return () => {
      element.removeEventListener('wheel', wheeled);
      stopDragging();
    };
  }, []);
}

/**
 * Calls `step` for each movement of a horizontal drag, and suppresses the click at its end. Returns a
 * function that stops listening.
 */
function listenForDrag(element: HTMLElement, step: (pixels: number) => boolean): () => void {
  let from: number | undefined;
  let dragging = false;
  const down = (event: PointerEvent) => {
    dragging = false;
    from = event.button === 0 && event.isPrimary ? event.clientX : undefined;
  };
  const move = (event: PointerEvent) => {
    if (from === undefined || (!dragging && Math.abs(event.clientX - from) < minDragPx)) return;
    if (!step(event.clientX - from)) return;
    dragging = true;
    element.setPointerCapture(event.pointerId);
    element.classList.add('dragging');
    from = event.clientX;
  };
  const up = () => {
    from = undefined;
    element.classList.remove('dragging');
  };
  const click = (event: MouseEvent) => {
    if (dragging && event.detail > 0) event.stopPropagation();
    dragging = false;
  };
  const listeners: [string, (event: never) => void][] = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', up],
  ];
  for (const [type, listener] of listeners) element.addEventListener(type, listener as EventListener);
  element.addEventListener('click', click, { capture: true });
  return () => {
    for (const [type, listener] of listeners) element.removeEventListener(type, listener as EventListener);
    element.removeEventListener('click', click, { capture: true });
  };
}
