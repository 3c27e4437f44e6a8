import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type LaneBox, lanesBetween } from './laneLayout.ts';
import type { Measures } from './useMeasures.ts';

/** Drawn above and below what is in sight, in pixels: a turn of the wheel finds them there. */
const sparePx = 300;

/** Which lanes to draw while the plot scrolls, and how to get to one. */
export function useVisibleLanes(
  plot: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  boxes: readonly LaneBox[],
  { height }: Measures,
) {
  const windowAt = (top: number) => lanesBetween(boxes, top - sparePx, top + height + sparePx);
  const [top, setTop] = useState(0);
  const inSight = windowAt(top);
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

  /** The height that the head, which stays in sight, leaves for lanes. */
  const roomFor = (element: HTMLElement) => element.clientHeight - (list.current?.offsetTop ?? 0);
  return {
    inSight,
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
