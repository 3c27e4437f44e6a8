import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Sizes that the layout decides, in pixels. */
export interface Measures {
  /** Width of the time axis and of all that is below it. */
  readonly width: number;
  /** Height of the visible part of the plot. */
  readonly height: number;
  /** Font size of the page. */
  readonly em: number;
}

/** Measures before the first paint, and again when the sizes change. */
export function useMeasures(
  plot: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
): Measures {
  const [measures, setMeasures] = useState<Measures>({ width: 0, height: 0, em: 13 });
  useLayoutEffect(() => {
    const [outer, inner] = [plot.current, ruler.current];
    if (!outer || !inner) return;
    const measure = () => {
      const next = {
        width: inner.clientWidth,
        height: outer.clientHeight,
        em: Number.parseFloat(getComputedStyle(outer).fontSize) || 13,
      };
      setMeasures((old) => (sameMeasures(old, next) ? old : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    measure();
    return () => observer.disconnect();
  }, []);
  return measures;
}

function sameMeasures(a: Measures, b: Measures): boolean {
  return a.width === b.width && a.height === b.height && a.em === b.em;
}
