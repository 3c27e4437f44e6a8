import type { RefObject } from 'preact';
import type { TimelineView } from '../../../../protocol/call.ts';
import { usePageContext } from '../../../shared/page/pageContext.ts';
import { countScale, curvePath } from './presenceCurve.ts';
import type { Ticks } from './ticks.ts';
import { type Scale, toX } from './timeScale.ts';
import type { WallClock } from './wallClock.ts';

import './timeAxis.css';

/** Height of the curve in pixels; its lines are slightly inset. */
const heightPx = 76;
const insets = { top: 16, bottom: heightPx - 1 };

interface TimeAxisProps {
  readonly timeline: TimelineView;
  readonly scale: Scale;
  readonly ticks: Ticks;
  /** Pixels that a tick's label needs before the right edge. */
  readonly labelWidth: number;
  readonly clock: WallClock;
  /** Measures the width of the time axis. */
  readonly ruler: RefObject<HTMLDivElement | null>;
}

/** The number of participants over time, and the time axis; stays visible while the lanes scroll. */
export function TimeAxis({ timeline, scale, ticks, labelWidth, clock, ruler }: TimeAxisProps) {
  const { labels } = usePageContext();
  const { present, allowed } = timeline;
  const peak = present.reduce((max, { count }) => Math.max(max, count), 0);
  const counts = countScale(peak, allowed?.count, insets);
  const line = curvePath(present, timeline.end, scale, counts.y);
  const right = Math.max(0, Math.min(scale.width, toX(timeline.end, scale)));
  return (
    <div class="head" aria-hidden="true">
      <div class="people">
        <div class="side">
          <span class="of">{labels.people}</span>
          <span class="count" style={{ top: `${counts.y(peak)}px` }}>
            {clock.count(peak)}
          </span>
          <span class="count" style={{ top: `${counts.y(0)}px` }}>
            0
          </span>
        </div>
        <div class="track">
          <svg width={scale.width} height={heightPx} aria-hidden="true">
            {ticks.times.map((time) => (
              <path key={time} class="gridline" d={`M${toX(time, scale)} 0v${heightPx}`} />
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
