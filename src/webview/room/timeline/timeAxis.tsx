import type { RefObject } from 'preact';
import type { TimelineView } from '../../../protocol/call.ts';
import { useSurroundings } from '../../shared/pageContext.ts';
import { countScale, curvePath } from './presenceCurve.ts';
import type { Ticks } from './ticks.ts';
import { type Scale, toX } from './timeScale.ts';
import type { WallClock } from './wallClock.ts';

import './timeAxis.css';

/** Of the curve, in pixels; its lines stand a little inside. */
const HEIGHT = 76;
const INSIDE = { top: 16, bottom: HEIGHT - 1 };

interface HeadProps {
  readonly timeline: TimelineView;
  readonly scale: Scale;
  readonly ticks: Ticks;
  /** A tick nearer to the right edge has no room for its label. */
  readonly labelWidth: number;
  readonly clock: WallClock;
  /** Measures how wide the time axis is. */
  readonly ruler: RefObject<HTMLDivElement | null>;
}

/** How many were in the room over time, and the time axis: stays in sight while the lanes scroll. */
export function Head({ timeline, scale, ticks, labelWidth, clock, ruler }: HeadProps) {
  const { words } = useSurroundings();
  const { present, allowed } = timeline;
  const peak = present.reduce((most, { count }) => Math.max(most, count), 0);
  const counts = countScale(peak, allowed?.count, INSIDE);
  const line = curvePath(present, timeline.end, scale, counts.y);
  const right = Math.max(0, Math.min(scale.width, toX(timeline.end, scale)));
  return (
    <div class="head" aria-hidden="true">
      <div class="people">
        <div class="side">
          <span class="of">{words.people}</span>
          <span class="count" style={{ top: `${counts.y(peak)}px` }}>
            {clock.count(peak)}
          </span>
          <span class="count" style={{ top: `${counts.y(0)}px` }}>
            0
          </span>
        </div>
        <div class="track">
          <svg width={scale.width} height={HEIGHT} aria-hidden="true">
            {ticks.times.map((time) => (
              <path key={time} class="gridline" d={`M${toX(time, scale)} 0v${HEIGHT}`} />
            ))}
            <path class="area" d={`${line}V${counts.y(0)}H0Z`} />
            <path class="curve" d={line} />
            <path class="ground" d={`M0 ${counts.y(0)}H${right}`} />
            {counts.allowedY !== undefined && (
              <path class="allowed" d={`M0 ${counts.allowedY}H${scale.width}`} />
            )}
            {counts.broken && <path class="break" d={`M0 ${(counts.allowedY ?? 0) + 9}l10 -4m-10 8l10 -4`} />}
          </svg>
          {counts.allowedY !== undefined && (
            <span class="limit" style={{ top: `${counts.allowedY}px` }}>
              {allowed?.text}
            </span>
          )}
        </div>
      </div>
      <div class="axis">
        <div class="side">{clock.zone(scale.span.start)}</div>
        <div class="track" ref={ruler}>
          {ticks.times.map((time) => (
            <span key={time} class="tick" style={{ left: `${toX(time, scale)}px` }}>
              {toX(time, scale) + labelWidth < scale.width && clock.label(time, ticks.step)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
