import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { countAt, type Presence } from './presenceCurve.ts';
import { type Scale, toTime } from './timeScale.ts';
import type { WallClock } from './wallClock.ts';

import './cursor.css';

interface CursorProps {
  readonly plot: RefObject<HTMLElement | null>;
  readonly ruler: RefObject<HTMLElement | null>;
  readonly scale: Scale;
  readonly clock: WallClock;
  readonly present: readonly Presence[];
  /** Label of the count. */
  readonly people: string;
}

/** A line at the pointer, through curve and lanes, with the time and the number of participants. */
export function Cursor({ plot, ruler, scale, clock, present, people }: CursorProps) {
  const [x, setX] = useState<number>();
  useEffect(() => {
    const element = plot.current;
    if (!element) return;
    const follow = (event: PointerEvent) => {
      const box = ruler.current?.getBoundingClientRect();
      const at = event.clientX - (box?.left ?? 0);
      setX(box && event.pointerType !== 'touch' && at >= 0 && at <= box.width ? at : undefined);
    };
    const leave = () => setX(undefined);
    element.addEventListener('pointermove', follow);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointermove', follow);
      element.removeEventListener('pointerleave', leave);
    };
  }, []);
  if (x === undefined) return null;
  const time = toTime(x, scale);
  return (
    <div class="cursor" aria-hidden="true" style={{ '--x': `${x}px` }}>
      <span class={x > scale.width / 2 ? 'says before' : 'says'}>
        {clock.exact(time)} · {people}: {clock.count(countAt(present, time))}
      </span>
    </div>
  );
}
