import { t } from '@vscode/l10n';
import type { BarChartView, ChartSectionView } from '../../protocol/overview.ts';
import type { Measure, Range } from '../../rooms/filter/roomFilter.ts';
import { durationBins, sizeBins } from '../../rooms/overview/bins.ts';
import type { Format } from '../../text/format.ts';
import { accessibleLabel, type ChartContext, restOf } from './chartContext.ts';

/** The durations and the sizes of rooms. */
export function shapeSection(context: ChartContext): ChartSectionView {
  const { counts, format } = context;
  const { withoutDuration, withoutSize } = counts;
  return {
    id: 'shape',
    title: t('How long and how large'),
    charts: [
      {
        id: 'duration',
        title: t('Duration'),
        note: t('From a room’s creation to its end; rooms in progress so far.'),
        bars: bins(context, 'duration', durationBins, counts.durations),
        ...restOf([withoutDuration > 0 && t('Not known for {0}.', format.rooms(withoutDuration))]),
      },
      {
        id: 'size',
        title: t('Participants in a room'),
        note: t('All who joined, a rejoin counted again.'),
        bars: bins(context, 'size', sizeBins, counts.sizes),
        ...restOf([withoutSize > 0 && t('Not known for {0}.', format.rooms(withoutSize))]),
      },
    ],
  };
}

function bins(
  context: ChartContext,
  measure: Measure,
  ranges: readonly Range[],
  rooms: readonly number[],
): BarChartView['bars'] {
  const { format } = context;
  const max = Math.max(1, ...rooms);
  const all = rooms.reduce((sum, one) => sum + one, 0);
  return ranges.map((range, index) => {
    const count = rooms[index] ?? 0;
    const label = measure === 'size' ? sizeLabel(range, format) : durationLabel(range, format);
    const value = format.number(count);
    const aside = context.rate(count, all);
    return {
      ...context.addBar({ measure, range }),
      label,
      value,
      aside,
      length: count / max,
      tone: 'plain',
      accessibleLabel: accessibleLabel({ label, value, aside }, (share) => t('{0} of the rooms', share)),
    };
  });
}

function durationLabel({ from, below }: Range, format: Format): string {
  if (below === undefined) return t('{0} or more', format.duration(from ?? 0));
  if (from === undefined) return t('under {0}', format.duration(below));
  const unit = [3600, 60].find((seconds) => from % seconds === 0 && below % seconds === 0);
  if (unit === undefined || below === 3600) return `${format.duration(from)}–${format.duration(below)}`;
  return new Intl.NumberFormat(format.locale, {
    style: 'unit',
    unit: unit === 3600 ? 'hour' : 'minute',
    unitDisplay: 'short',
  }).formatRange(from / unit, below / unit);
}

function sizeLabel({ from = 0, below }: Range, format: Format): string {
  if (below === undefined) return t('{0} or more', format.number(from));
  if (below === from + 1) return format.number(from);
  return `${format.number(from)}–${format.number(below - 1)}`;
}
