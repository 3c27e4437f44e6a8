import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LaneView } from '../../../../protocol/call.ts';
import type { Scale } from '../axis/timeScale.ts';
import { Lane, type Marks } from './lane.tsx';
import { heightOf, type LaneBox } from './laneLayout.ts';
import type { Place } from './stayKeys.ts';
import type { LaneEvents } from './useLaneEvents.ts';

interface LaneListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly lanes: readonly LaneView[];
  readonly boxes: readonly LaneBox[];
  /** The lanes to render. */
  readonly window: { readonly first: number; readonly end: number };
  readonly scale: Scale;
  readonly em: number;
  readonly marks: Marks;
  /** The stay that is the tab stop; its lane is always rendered. */
  readonly active: Place | undefined;
  readonly events: LaneEvents;
  readonly labelledBy: string;
  readonly describedBy: string;
}

/** A virtual list of lanes: only the visible ones are in the DOM. */
export function LaneList(props: LaneListProps) {
  const { list, lanes, boxes, window, scale, em, marks, active, events } = props;
  const above = useMemo(() => {
    let count = 0;
    return lanes.map(({ stays }) => {
      count += stays.length;
      return count - stays.length;
    });
  }, [lanes]);
  const total = (above.at(-1) ?? 0) + (lanes.at(-1)?.stays.length ?? 0);
  const rendered = new Set<number>();
  for (let index = window.first; index < window.end; index++) rendered.add(index);
  if (active) rendered.add(active.lane);
  return (
    <div
      ref={list}
      class={marks.highlighted.size > 0 ? 'lanes highlighted' : 'lanes'}
      role="listbox"
      tabIndex={-1}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      style={{ height: `${heightOf(boxes)}px` }}
      onClick={events.clicked}
      onKeyDown={events.pressed}
      onFocusIn={events.focused}
      onFocusOut={events.blurred}
      onPointerMove={events.hovered}
      onPointerLeave={events.left}
    >
      {scale.width > 0 &&
        [...rendered]
          .sort((a, b) => a - b)
          .map((index) => {
            const [lane, box] = [lanes[index], boxes[index]];
            return (
              lane &&
              box && (
                <Lane
                  key={lane.key}
                  lane={lane}
                  index={index}
                  box={box}
                  scale={scale}
                  em={em}
                  marks={marks}
                  above={above[index] ?? 0}
                  total={total}
                />
              )
            );
          })}
    </div>
  );
}
