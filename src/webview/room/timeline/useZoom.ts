import { useMemo, useRef, useState } from 'preact/hooks';
import { inside, moved, revealing, type Span, wholeOf, zoomed } from './timeScale.ts';

/** What part of the call is in sight, and the ways to see another. */
export interface Zoom {
  readonly whole: Span;
  readonly span: Span;
  readonly isWhole: boolean;
  /** Makes the span `factor` times as long around a time, by default its middle. */
  by(factor: number, at?: number): void;
  move(milliseconds: number): void;
  reveal(part: Span): void;
  showWhole(): void;
}

/** Begins with the whole call, and stays with it while it grows. */
export function useZoom(covered: Span): Zoom {
  const [chosen, setChosen] = useState<Span>();
  const whole = useMemo(() => wholeOf(covered), [covered.start, covered.end]);
  const span = useMemo(() => (chosen ? inside(chosen, whole) : whole), [chosen, whole]);
  // Several steps can come between two drawings.
  const latest = useRef(span);
  latest.current = span;
  return useMemo(() => {
    const go = (next: Span) => {
      latest.current = next;
      const all = next.end - next.start >= whole.end - whole.start;
      setChosen(all ? undefined : next);
    };
    return {
      whole,
      span,
      isWhole: span === whole,
      by(factor, at) {
        const now = latest.current;
        go(zoomed(now, whole, factor, at ?? (now.start + now.end) / 2));
      },
      move: (milliseconds) => go(moved(latest.current, whole, milliseconds)),
      reveal: (part) => go(revealing(latest.current, whole, part)),
      showWhole: () => go(whole),
    };
  }, [whole, span]);
}
