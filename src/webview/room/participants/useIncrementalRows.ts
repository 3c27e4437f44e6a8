import { useEffect, useState } from 'preact/hooks';

/** Fills what most windows show under the timeline; the rest comes after the next frame. */
const firstRows = 12;
/** Takes about as long as one frame to draw, so that typing and scrolling get through. */
const rowsPerStep = 60;

/** How many of `total` rows to draw now: some at once, the rest in steps, one after each frame. */
export function useIncrementalRows(total: number): number {
  const [shown, setShown] = useState(firstRows);
  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => setShown(shown + rowsPerStep));
    return () => clearTimeout(timer);
  }, [shown, total]);
  return Math.min(shown, total);
}
