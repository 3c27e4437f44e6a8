import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** What the layout decides, in pixels. */
export interface Measures {
  /** Of the time axis and all that is drawn under it. */
  readonly width: number;
  /** Height in which lanes can be seen. */
  readonly height: number;
  /** Of the page's letters. */
  readonly letter: number;
}

/** Measures before the first painting, and again whenever the sizes change. */
export function useMeasures(
  plot: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
): Measures {
  const [measures, setMeasures] = useState<Measures>({ width: 0, height: 0, letter: 13 });
  useLayoutEffect(() => {
    const [outer, inner] = [plot.current, ruler.current];
    if (!outer || !inner) return;
    const measure = () => {
      const next = {
        width: inner.clientWidth,
        height: outer.clientHeight,
        letter: Number.parseFloat(getComputedStyle(outer).fontSize) || 13,
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
  return a.width === b.width && a.height === b.height && a.letter === b.letter;
}
