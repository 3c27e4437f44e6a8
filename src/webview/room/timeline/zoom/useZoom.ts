import { useMemo, useRef, useState } from 'preact/hooks';
import { inside, moved, revealing, type Span, wholeOf, zoomed } from '../axis/timeScale.ts';

/** The visible span of the call, and functions that change it. */
export interface Zoom {
  readonly whole: Span;
  readonly span: Span;
  readonly isWhole: boolean;
  /** Scales the span by `factor` around a time, by default its middle. */
  by(factor: number, at?: number): void;
  move(milliseconds: number): void;
  reveal(part: Span): void;
  showWhole(): void;
}

/** Starts with the whole call, and shows the whole call while it grows, unless zoomed. */
export function useZoom(covered: Span): Zoom {
  const [chosen, setChosen] = useState<Span>();
  const whole = useMemo(() => wholeOf(covered), [covered.start, covered.end]);
  const span = useMemo(() => (chosen ? inside(chosen, whole) : whole), [chosen, whole]);
  // Several steps can come between two renders.
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
