import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type LaneBox, lanesBetween } from './laneLayout.ts';
import type { Measures } from './useMeasures.ts';

/**
 * Overscan in pixels: lanes this far above and below the visible part are rendered, for the next turn of the
 * wheel.
 */
const sparePx = 300;

/** The range of lanes to render while the plot scrolls, and a function that scrolls to a lane. */
export function useVisibleLanes(
  plot: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  boxes: readonly LaneBox[],
  { height }: Measures,
) {
  const windowAt = (top: number) => lanesBetween(boxes, top - sparePx, top + height + sparePx);
  const [top, setTop] = useState(0);
  const visible = windowAt(top);
  useEffect(() => {
    const element = plot.current;
    if (!element) return;
    const scrolled = () => {
      setTop((before) => {
        const [old, next] = [windowAt(before), windowAt(element.scrollTop)];
        return old.first === next.first && old.end === next.end ? before : element.scrollTop;
      });
    };
    scrolled();
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [boxes, height]);

  /** Height left for lanes below the sticky head. */
  const roomFor = (element: HTMLElement) => element.clientHeight - (list.current?.offsetTop ?? 0);
  return {
    visible,
    showLane(index: number) {
      const [element, box] = [plot.current, boxes[index]];
      if (!element || !box) return;
      const bottom = box.top + box.height - roomFor(element);
      if (element.scrollTop > box.top) element.scrollTop = box.top;
      else if (element.scrollTop < bottom) element.scrollTop = bottom;
    },
    lanesPerPage: Math.max(
      1,
      Math.floor((height - (list.current?.offsetTop ?? 0)) / (boxes[0]?.height ?? 1)) - 1,
    ),
  };
}
