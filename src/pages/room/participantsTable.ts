import { t } from '@vscode/l10n';
import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { isFailure } from '../../calls/analysis/outcomeCounts.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { ColumnView, ValueView } from '../../protocol/roomPage.ts';
import type { Format } from '../../text/format.ts';
import { byJoinTime, deviceLabel } from '../../text/participantText.ts';

/** A column of the table: its texts, and the cell of each participant. */
export interface Column extends ColumnView {
  readonly cell: (participant: Participant, format: Format) => ValueView;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Rows whose content decides the widths: always the first, so that later rows do not change the columns. */
const measuredRows = 24;
/** The narrowest column, in `ch`. */
const minWidth = 6;
/** The icon of an error, in `ch`. */
const iconWidth = 3;
/** What is read first has to be in sight together: wider content is cut, and whole on hover. */
const maxWidths: Readonly<Record<string, number>> = {
  participant_identity: 20,
  error_code: 20,
  end_reason: 16,
  publisher_info: 26,
};

/** Participants whose stay failed first, then the others; each by join. @param call undefined while it is not known */
export function failuresFirst(
  participants: readonly Participant[],
  call: CallAnalysis | undefined,
): Participant[] {
  const failed = new Set(call?.stays.filter(isFailure).map(({ participant }) => participant));
  const isFailed = (one: Participant) => (call ? failed.has(one) : one.errorCode !== undefined);
  const sorted = byJoinTime(participants);
  return [...sorted.filter(isFailed), ...sorted.filter((one) => !isFailed(one))];
}

/** The client in one cell; its parts have columns of their own too. */
export function deviceColumn(): Column {
  return {
    key: 'publisher_info',
    label: t('Device'),
    meaning: t('SDK, browser, platform and device of the participant.'),
    width: maxWidths.publisher_info ?? minWidth,
    cell: (participant) => {
      const text = deviceLabel(participant);
      return text ? { text, state: 'value', raw: text } : { text: '', state: 'value' };
    },
  };
}

/**
 * The columns with times of day instead of full times, and as wide as their content. A time on another
 * day than the first has its date.
 * @param span from `spanOf`
 */
export function compactColumns(
  columns: readonly Column[],
  participants: readonly Participant[],
  span: Span | undefined,
  format: Format,
): Column[] {
  const dated = format.withDatesAfter(span);
  const short = columns.map((column): Column => {
    if (column.key !== 'join_time' && column.key !== 'leave_time') return column;
    const cell = (participant: Participant) => {
      const value = column.cell(participant, format);
      const time = participant.read(column.key === 'join_time' ? 'join_time' : 'leave_time');
      if (value.state !== 'value' || time === undefined || !span) return value;
      return { ...value, text: dated.secondTime(time) };
    };
    return { ...column, cell };
  });
  const measured = participants.slice(0, measuredRows);
  return short.map((column) => ({ ...column, width: widthOf(column, measured, format) }));
}

/** From the first time of the participants to the last; undefined if none is known. */
export function spanOf(participants: readonly Participant[]): Span | undefined {
  let span: Span | undefined;
  for (const one of participants) {
    for (const time of [one.read('join_time'), one.read('leave_time')]) {
      if (time === undefined) continue;
      span = span
        ? { start: Math.min(span.start, time), end: Math.max(span.end, time) }
        : { start: time, end: time };
    }
  }
  return span;
}

function widthOf(column: Column, participants: readonly Participant[], format: Format): number {
  const widths = participants.map((participant) => {
    const { text, tone } = column.cell(participant, format);
    return cellsOf(text) + (tone === 'error' ? iconWidth : 0);
  });
  const widest = Math.max(minWidth, cellsOf(column.label), ...widths);
  return Math.min(widest, maxWidths[column.key] ?? Math.max(column.width, cellsOf(column.label)));
}

/** The length of a text in `ch`: the characters of East Asia are twice as wide. */
function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text.slice(0, 100)) cells += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return cells;
}
