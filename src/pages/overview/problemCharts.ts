import { t } from '@vscode/l10n';
import { explainErrorCode } from '../../calls/errorCodes/explainErrorCode.ts';
import type { BarChartView, BarView, ChartSectionView } from '../../protocol/overview.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import { plainText } from '../../text/plainText.ts';
import { truncate } from '../../unicode/truncate.ts';
import { accessibleLabel, type ChartContext, foremost, restOf } from './chartContext.ts';

/** Rooms with problems, error codes, and end reasons of rooms. */
export function problemSection(context: ChartContext): ChartSectionView {
  const known = context.counts.known > 0;
  return {
    id: 'problems',
    title: t('What went wrong'),
    ...(!known && { note: t('Problems and error codes are known when participants are loaded.') }),
    charts: [
      ...(known ? [problemChart(context)] : []),
      endReasonChart(context),
      ...(known ? [codeChart(context)] : []),
    ],
  };
}

function problemChart(context: ChartContext): BarChartView {
  const { counts, format } = context;
  const { known, rooms, errors, warnings } = counts;
  const bar = (value: 'error' | 'warning', label: string, count: number): BarView => {
    const texts = { label, value: format.number(count), aside: context.rate(count, known) };
    return {
      ...context.addBar({ facet: 'problem', value }),
      ...texts,
      length: count / known,
      tone: value === 'error' ? 'bad' : 'doubtful',
      accessibleLabel: accessibleLabel(texts, (share) => t('{0} of the rooms known', share)),
    };
  };
  return {
    id: 'problem',
    title: t('Rooms with problems'),
    note:
      known < rooms
        ? t('By the most severe finding. Known for {0}.', format.roomsOf(known, rooms))
        : t('By the most severe finding.'),
    bars: [bar('error', t('Error'), errors), bar('warning', t('Warning'), warnings)],
    ...restOf([
      t(
        'Neither: {0}, {1}.',
        format.rooms(known - errors - warnings),
        context.rate(known - errors - warnings, known),
      ),
    ]),
  };
}

function codeChart(context: ChartContext): BarChartView {
  const { counts, format } = context;
  const codes = counts.mostCommonCodes();
  const max = Math.max(1, ...codes.map(([, { participants }]) => participants));
  const { first, others } = foremost(codes);
  return {
    id: 'errorCode',
    title: t('Error codes'),
    note: t('Participants whose stay has the code.'),
    bars: first.map(([code, { participants, rooms }]) => {
      const name = explainErrorCode(Number(code))?.name;
      const texts = {
        label: name ? `${code} ${name}` : code,
        value: format.number(participants),
        aside: t('in {0}', format.rooms(rooms)),
      };
      return {
        ...context.addBar({ facet: 'errorCode', value: code }),
        ...texts,
        length: participants / max,
        tone: 'bad',
        accessibleLabel: accessibleLabel(texts),
      };
    }),
    ...restOf([
      codes.length === 0 && t('None, in the rooms whose participants are known.'),
      others.length > 0 && t('And {0} rarer codes.', format.number(others.length)),
    ]),
  };
}

function endReasonChart(context: ChartContext): BarChartView {
  const { counts, format } = context;
  const { endReasons, withoutReason, liveWithoutReason } = counts;
  const reasons = [...endReasons].sort(([, one], [, other]) => other - one);
  const all = reasons.reduce((sum, [, rooms]) => sum + rooms, 0);
  const max = Math.max(1, ...reasons.map(([, rooms]) => rooms));
  const { first, others } = foremost(reasons);
  return {
    id: 'endReason',
    title: t('Why rooms ended'),
    note: t('As Twilio says of the room.'),
    bars: first.map(([reason, rooms]) => {
      const label = truncate(plainText(enumLabel(reason)), 100);
      const texts = { label, value: format.number(rooms), aside: context.rate(rooms, all) };
      return {
        ...context.addBar({ facet: 'endReason', value: reason }),
        ...texts,
        length: rooms / max,
        tone: 'plain',
        accessibleLabel: accessibleLabel(texts, (share) => t('{0} of the rooms with a reason', share)),
      };
    }),
    ...restOf([
      others.length > 0 && t('And {0} rarer reasons.', format.number(others.length)),
      liveWithoutReason > 0 && t('In progress: {0}.', format.rooms(liveWithoutReason)),
      withoutReason > 0 && t('Ended without a reason: {0}.', format.rooms(withoutReason)),
    ]),
  };
}
