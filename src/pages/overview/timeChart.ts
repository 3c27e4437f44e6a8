import { t } from '@vscode/l10n';
import type { PaneView, TimeChartView } from '../../protocol/overview.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { ChartContext } from './chartContext.ts';
import { scaleMarks, topOf } from './scale.ts';
import { timeColumn } from './timeColumn.ts';
import { perUnit } from './units.ts';

/** Rooms and participants by the time of creation. */
export function timeChart(context: ChartContext, store: RoomStore): TimeChartView {
  const { counts, format } = context;
  const { times, buckets, known } = counts;
  const tops = {
    rooms: topOf(times.map(({ rooms }) => rooms)),
    participants: topOf(times.map(({ participants }) => participants)),
  };
  const columns = times.map((time, index) => timeColumn(context, time, index, { tops, store }));
  const beyond = columns.some(({ stacks }) => stacks.some((stack) => stack.beyond !== undefined));
  const missing = columns.some((column) => column.missing);
  return {
    title: t('Rooms and participants {0}', perUnit(buckets.step, format)),
    note: note(context, beyond),
    panes: [pane(t('Rooms'), tops.rooms, context), pane(t('Participants'), tops.participants, context)],
    columns,
    legend: legend(known, counts.rooms, missing),
    heads: [
      t('Created'),
      t('Rooms'),
      ...(known > 0 ? [t('With problems')] : []),
      t('Participants'),
      ...(known > 0 ? [t('Failures')] : []),
    ],
  };
}

function pane(title: string, top: number, { format }: ChartContext): PaneView {
  return { title, marks: scaleMarks(top, format) };
}

function note({ counts: { untimed }, format }: ChartContext, beyond: boolean): string {
  const parts = [
    t('Each room counts at the time of its creation; each rejoin counts as another participant.'),
    beyond && t('A value beyond the scale is written above its column.'),
    untimed > 0 && t('Without a time in this window: {0}.', format.rooms(untimed)),
  ];
  return joinSentences(parts.filter((part) => typeof part === 'string'));
}

/** Until participants are known, there are no parts of a stack to tell apart. */
function legend(known: number, rooms: number, missing: boolean): TimeChartView['legend'] {
  const parts: TimeChartView['legend'] = [
    { part: 'bad', text: t('rooms with problems, participants who failed') },
    { part: 'fine', text: t('others') },
    ...(known < rooms ? [{ part: 'unknown', text: t('participants not loaded') } as const] : []),
  ];
  return [
    ...(known > 0 ? parts : []),
    ...(missing ? [{ part: 'missing', text: t('rooms not loaded') } as const] : []),
  ];
}
