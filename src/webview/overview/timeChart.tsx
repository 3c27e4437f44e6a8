import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OverviewLabels, PaneView, TimeChartView } from '../../protocol/overview.ts';
import { placeTicks } from './placeTicks.ts';
import { TimeColumn } from './timeColumn.tsx';
import { useBars } from './useBars.ts';
import { ValuesTable } from './valuesTable.tsx';

import './timeChart.css';

interface TimeChartProps {
  readonly chart: TimeChartView;
  readonly labels: OverviewLabels;
}

/** Charts of rooms and of participants over time, with one column through both for each time slot. */
export function TimeChart({ chart, labels }: TimeChartProps) {
  const { title, note, panes, columns, legend } = chart;
  const { list, button } = useBars(columns, 'horizontal', columns.length - 1);
  const { scroller, width, em } = useNewestVisible(columns.length);
  const digits = Math.max(...panes.flatMap(({ marks }) => marks.map(({ text }) => text.length)));
  const ticks = placeTicks(columns, width, em);
  return (
    <section class="time" aria-labelledby="time-title">
      <h2 id="time-title">{title}</h2>
      <p class="note">{note}</p>
      {legend.length > 0 && (
        <ul class="legend">
          {legend.map(({ part, text }) => (
            <li key={part}>
              <span class={`swatch ${part}`} />
              {text}
            </li>
          ))}
        </ul>
      )}
      <div class="plot">
        <div class="axis" style={{ '--digits': digits }} aria-hidden="true">
          {panes.map((pane) => (
            <Axis key={pane.title} pane={pane} />
          ))}
        </div>
        <div class="scroller" ref={scroller}>
          <div
            class="columns"
            role="toolbar"
            aria-orientation="horizontal"
            aria-labelledby="time-title"
            style={{ '--count': columns.length }}
            {...list}
          >
            {columns.map((column, index) => (
              <TimeColumn
                key={column.id}
                column={column}
                showThese={labels.showThese}
                {...button(column.id, index)}
              />
            ))}
          </div>
          <div class="ticks" style={{ '--count': columns.length }} aria-hidden="true">
            {ticks.map(({ text, rank, at }) => (
              <span key={at} class={rank === 0 ? 'day' : ''} style={{ left: `${at * 100}%` }}>
                {text}
              </span>
            ))}
          </div>
        </div>
      </div>
      <p class="note">{labels.help}</p>
      <ValuesTable chart={chart} summary={labels.asTable} />
    </section>
  );
}

function Axis({ pane }: { readonly pane: PaneView }) {
  return (
    <div class="pane">
      <span class="pane-title">{pane.title}</span>
      <span class="scale">
        {pane.marks.map(({ at, text }) => (
          <span key={at} style={{ bottom: `${at * 100}%` }}>
            {text}
          </span>
        ))}
      </span>
    </div>
  );
}

/** Scrolls to the newest columns and stays there until the user scrolls away; measures the plot. */
function useNewestVisible(columns: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState({ width: 0, em: 13 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let atNewest = true;
    const onScroll = () => {
      atNewest = element.scrollLeft + element.clientWidth >= element.scrollWidth - 1;
    };
    const measure = () => {
      if (atNewest) element.scrollLeft = element.scrollWidth;
      const width = element.scrollWidth;
      const em = Number.parseFloat(getComputedStyle(element).fontSize) || 13;
      setMeasured((old) => (old.width === width && old.em === em ? old : { width, em }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', onScroll);
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [columns]);
  return { scroller, ...measured };
}
