import { t } from '@vscode/l10n';
import type { StackView, TimeColumnView } from '../../protocol/overview.ts';
import type { Slice } from '../../rooms/model/timeSlice.ts';
import type { TimeCount } from '../../rooms/overview/overviewCounts.ts';
import { spanOf } from '../../rooms/overview/timeBuckets.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { joinList } from '../../text/joinText.ts';
import type { ChartContext } from './chartContext.ts';
import { tickOf } from './ticks.ts';

interface TimeColumnInput {
  /** The top of each pane's scale. */
  readonly tops: { readonly rooms: number; readonly participants: number };
  readonly store: RoomStore;
}

/** The column of one time bucket. */
export function timeColumn(
  context: ChartContext,
  time: TimeCount,
  index: number,
  { tops, store }: TimeColumnInput,
): TimeColumnView {
  const { counts, format } = context;
  const span = spanOf(counts.buckets, index);
  const label = format.timeSpan(span.after, span.before);
  const tick = tickOf(span.after, counts.buckets.step, context);
  const missing = isMissing(span, time.rooms, store);
  const hasKnown = counts.known > 0;
  return {
    ...context.addBar({ measure: 'created', range: { from: span.after, below: span.before } }),
    lines: [
      label,
      joinList([format.rooms(time.rooms), format.participants(time.participants)]),
      ...(hasKnown && time.rooms > 0 ? [problemText(context, time)] : []),
      ...limitLines(context, span, store.window),
      ...(missing ? [t('Not all rooms of this time are loaded')] : []),
    ],
    cells: cells(context, time, label),
    stacks: [
      stack(context, { all: time.rooms, known: time.known, bad: time.problems }, tops.rooms),
      stack(
        context,
        { all: time.participants, known: time.knownParticipants, bad: time.failed },
        tops.participants,
      ),
    ],
    ...(tick && { tick }),
    missing,
    empty: time.rooms === 0,
  };
}

function problemText({ format }: ChartContext, { rooms, known, problems, failed }: TimeCount): string {
  if (known === 0) return t('Participants not loaded');
  const bad = t('{0} with problems, {1} failed', format.rooms(problems), format.participants(failed));
  return known < rooms ? t('{0}, known for {1}', bad, format.rooms(known)) : bad;
}

/** The window may begin or end within the bucket: rooms before and after it were not requested. */
function limitLines({ format }: ChartContext, { after, before }: Slice, window: Slice | undefined): string[] {
  if (!window) return [];
  return [
    ...(window.after > after && window.after < before
      ? [t('From {0} on', format.clockTime(window.after))]
      : []),
    ...(window.before > after && window.before < before
      ? [t('Until {0}', format.clockTime(window.before))]
      : []),
  ];
}

function cells({ counts, format }: ChartContext, time: TimeCount, label: string): string[] {
  const { rooms, participants, known, problems, failed } = time;
  const of = (value: number) => {
    if (rooms === 0) return '';
    if (known === 0) return t('not known');
    return known < rooms
      ? t('{0} in {1} known', format.number(value), format.number(known))
      : format.number(value);
  };
  const hasKnown = counts.known > 0;
  return [
    label,
    format.number(rooms),
    ...(hasKnown ? [of(problems)] : []),
    format.number(participants),
    ...(hasKnown ? [of(failed)] : []),
  ];
}

interface Height {
  readonly all: number;
  readonly known: number;
  readonly bad: number;
}

/**
 * More participants may have failed than the room counted, because it does not count refused ones. A stack
 * that exceeds the scale fills it, in its true proportions.
 */
function stack({ counts, format }: ChartContext, { all, known, bad }: Height, top: number): StackView {
  const full = Math.max(top, all);
  const beyond = all > top ? { beyond: format.number(all) } : {};
  if (counts.known === 0) return { bad: 0, fine: all / full, unknown: 0, ...beyond };
  const worst = Math.min(bad, known);
  return { bad: worst / full, fine: (known - worst) / full, unknown: (all - known) / full, ...beyond };
}

/** While a list is loaded again, the previous rooms stand in for those that have not been received. */
function isMissing({ after, before }: Slice, rooms: number, { unlisted, listing }: RoomStore): boolean {
  if (listing.state === 'loading' && rooms > 0) return false;
  return unlisted.some((slice) => slice.after < before && slice.before > after);
}
