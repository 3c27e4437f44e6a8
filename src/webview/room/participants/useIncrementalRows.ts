import { useEffect, useState } from 'preact/hooks';

/** Fills the space that most windows have below the timeline; the other rows come in later frames. */
const firstRows = 12;
/** Takes about one frame to render, so that typing and scrolling are not blocked. */
const rowsPerStep = 60;

/** Number of rows, of `total`, to render now: some at once, the rest in steps, one after each frame. */
export function useIncrementalRows(total: number): number {
  const [shown, setShown] = useState(firstRows);
  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => setShown(shown + rowsPerStep));
    return () => clearTimeout(timer);
  }, [shown, total]);
  return Math.min(shown, total);
}
