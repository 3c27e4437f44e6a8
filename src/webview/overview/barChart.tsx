import type { BarChartView, BarView, OverviewLabels } from '../../protocol/overview.ts';
import { Icon } from '../shared/components/icon.tsx';
import { useBars } from './useBars.ts';

import './barChart.css';

interface BarChartProps {
  readonly chart: BarChartView;
  readonly labels: OverviewLabels;
}

/** A chart of horizontal bars with their values. */
export function BarChart({ chart, labels }: BarChartProps) {
  const { id, title, note, bars, rest } = chart;
  const { list, button } = useBars(bars, 'vertical', 0);
  return (
    <section class="card" aria-labelledby={`chart-${id}`}>
      <h3 id={`chart-${id}`}>{title}</h3>
      <p id={`note-${id}`} class="note">
        {note}
      </p>
      {bars.length > 0 && (
        <div
          class="bars"
          role="toolbar"
          aria-orientation="vertical"
          aria-labelledby={`chart-${id}`}
          aria-describedby={`note-${id}`}
          {...list}
        >
          {bars.map((bar, index) => (
            <button
              key={bar.id}
              type="button"
              class={`bar is-${bar.tone}`}
              aria-disabled={bar.length === 0 && !bar.chosen}
              aria-pressed={bar.chosen}
              aria-label={`${bar.accessibleLabel}. ${labels.showThese}`}
              {...button(bar.id, index)}
            >
              <BarParts bar={bar} />
            </button>
          ))}
        </div>
      )}
      {rest !== undefined && <p class="note">{rest}</p>}
    </section>
  );
}

function BarParts({ bar }: { readonly bar: BarView }) {
  const { label, value, aside, mark, length, chosen } = bar;
  // Without the spaces, the texts would run together when they are copied or read by a screen reader.
  return (
    <>
      <span class="chosen">{chosen && <Icon name="filter-filled" />}</span>
      <span class="bar-label">
        <bdi>{label}</bdi>{' '}
        {mark !== undefined && (
          <span class="bar-mark">
            <Icon name="arrow-up" />
            {mark}
          </span>
        )}
      </span>{' '}
      <span class="track">{length > 0 && <span style={{ width: `${length * 100}%` }} />}</span>
      <span class="bar-value">{value}</span> <span class="bar-aside">{aside}</span>
    </>
  );
}
