import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TimelineView } from '../../../protocol/call.ts';
import { usePageContext } from '../../shared/page/pageContext.ts';
import { participantsHeading } from '../participants/participants.tsx';
import { Cursor } from './axis/cursor.tsx';
import { ticksIn } from './axis/ticks.ts';
import { TimeAxis } from './axis/timeAxis.tsx';
import { toX } from './axis/timeScale.ts';
import { wallClock } from './axis/wallClock.ts';
import { placeLanes } from './lanes/laneLayout.ts';
import { LaneList } from './lanes/laneList.tsx';
import { type Place, placeOf } from './lanes/stayKeys.ts';
import { useLaneEvents } from './lanes/useLaneEvents.ts';
import { useMeasures } from './lanes/useMeasures.ts';
import { useVisibleLanes } from './lanes/useVisibleLanes.ts';
import { Toolbar } from './zoom/toolbar.tsx';
import { usePanZoom } from './zoom/usePanZoom.ts';
import { useZoom } from './zoom/useZoom.ts';

import './timeline.css';

/** Width of a tick's label, and with the space between two, in em. */
const labelEm = 3.2;
const tickEm = 5.2;

/** A request to scroll to a participant; a new object for each request. */
export interface Reveal {
  readonly participant: string;
  /** Moves the focus too, because the request came from the keyboard. */
  readonly focus: boolean;
}

interface TimelineProps {
  readonly timeline: TimelineView;
  readonly locale: string;
  readonly chosen: string | undefined;
  readonly highlighted: ReadonlySet<string>;
  readonly reveal: Reveal | undefined;
  readonly choose: (participant: string, byKeyboard: boolean) => void;
  readonly clearHighlight: () => void;
}

/** The stays of the participants: a lane for each identity, below the number of participants over time. */
export function Timeline({
  timeline,
  locale,
  chosen,
  highlighted,
  reveal,
  choose,
  clearHighlight,
}: TimelineProps) {
  const { labels } = usePageContext();
  // Participants without known times are only in the table.
  const lanes = useMemo(() => timeline.lanes.filter(({ stays }) => stays.length > 0), [timeline.lanes]);
  const [heading, summaryId, helpId] = [useId(), useId(), useId()];
  const section = useRef<HTMLElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [tabStop, setTabStop] = useState<string>();

  const zoom = useZoom(timeline);
  const measures = useMeasures(plot, ruler);
  const scale = { span: zoom.span, width: measures.width };
  usePanZoom({ plot, ruler }, zoom, scale);
  const clock = useMemo(() => wallClock(locale, timeline.timeZone), [locale, timeline.timeZone]);
  const maxTicks = Math.floor(measures.width / (measures.em * tickEm));
  const ticks = useMemo(() => ticksIn(zoom.span, maxTicks, clock.offsetAt), [zoom.span, maxTicks, clock]);
  const boxes = useMemo(() => placeLanes(lanes), [lanes]);
  const { visible, showLane, lanesPerPage } = useVisibleLanes(plot, list, boxes, measures);

  const active = useMemo(
    () =>
      [tabStop, chosen].map((key) => key !== undefined && placeOf(key, lanes)).find(Boolean) ||
      (lanes.length > 0 ? { lane: 0, stay: 0 } : undefined),
    [tabStop, chosen, lanes],
  );
  const activeKey = active && lanes[active.lane]?.stays[active.stay]?.participant;

  const toFocus = useRef<Place | undefined>(undefined);
  const show = (place: Place) => {
    const stay = lanes[place.lane]?.stays[place.stay];
    if (!stay) return;
    showLane(place.lane);
    if (!zoom.isWhole) zoom.reveal(stay);
  };
  const goTo = (place: Place) => {
    toFocus.current = place;
    setTabStop(lanes[place.lane]?.stays[place.stay]?.participant);
    show(place);
    focusWanted();
  };
  const focusWanted = () => {
    if (!toFocus.current) return;
    const { lane, stay } = toFocus.current;
    const element = list.current?.querySelector<HTMLElement>(`[data-stay="${lane}/${stay}"]`);
    if (!element) return;
    toFocus.current = undefined;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  // For a stay that was not rendered before.
  useLayoutEffect(focusWanted);

  useEffect(() => {
    const place = chosen === undefined ? undefined : placeOf(chosen, lanes);
    if (place) show(place);
  }, [chosen]);
  useEffect(() => {
    const place = reveal && placeOf(reveal.participant, lanes);
    if (!place) return;
    section.current?.scrollIntoView({ block: 'nearest' });
    if (reveal.focus) goTo(place);
    else show(place);
  }, [reveal]);

  const events = useLaneEvents({
    lanes,
    boxes,
    scale,
    zoom,
    ruler,
    lanesPerPage,
    goTo,
    choose,
    clearHighlight,
    setActive: setTabStop,
  });
  return (
    <section class="timeline" ref={section}>
      <div class="heading">
        <h2 id={heading}>{labels.timeline}</h2>
        <Toolbar zoom={zoom} />
      </div>
      <p id={summaryId} class="visually-hidden">
        {timeline.summary}
      </p>
      <div class="plot" ref={plot}>
        <div class="canvas">
          <TimeAxis
            timeline={timeline}
            scale={scale}
            ticks={ticks}
            labelWidth={measures.em * labelEm}
            clock={clock}
            ruler={ruler}
          />
          <div class="gridlines" aria-hidden="true">
            {ticks.times.map((time) => (
              <i key={time} style={{ left: `${toX(time, scale)}px` }} />
            ))}
          </div>
          <LaneList
            list={list}
            lanes={lanes}
            boxes={boxes}
            window={visible}
            scale={scale}
            em={measures.em}
            marks={{ active: activeKey, chosen, highlighted }}
            active={active}
            events={events}
            labelledBy={heading}
            describedBy={`${summaryId} ${helpId} ${participantsHeading}`}
          />
          <Cursor
            plot={plot}
            ruler={ruler}
            scale={scale}
            clock={clock}
            present={timeline.present}
            people={labels.people}
          />
        </div>
      </div>
      <p id={helpId} class="help">
        {labels.timelineHelp}
      </p>
    </section>
  );
}
