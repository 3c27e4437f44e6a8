import { t } from '@vscode/l10n';
import { outcomesText } from '../../calls/summary/outcomesText.ts';
import type { FigureView } from '../../protocol/overview.ts';
import { emptyValue } from '../../text/format.ts';
import { separator } from '../../text/joinText.ts';
import type { ChartContext } from './chartContext.ts';

/** The key figures. */
export function figures(context: ChartContext): FigureView[] {
  const { counts, format } = context;
  const { rooms, live, participants, medianDuration, outcomes, known } = counts;
  return [
    { label: t('Rooms'), value: format.number(rooms), aside: t('{0} in progress', format.number(live)) },
    {
      label: t('Participants'),
      value: format.number(participants),
      aside: rooms > 0 ? t('{0} a room on average', format.roughly(participants / rooms)) : '',
    },
    {
      label: t('Median duration'),
      value: medianDuration === undefined ? emptyValue : format.duration(medianDuration),
      aside: t('of a room'),
    },
    {
      label: t('Failures'),
      value: known > 0 ? context.rate(outcomes.failed, outcomes.all) : emptyValue,
      aside:
        known > 0
          ? [
              t('{0} of {1} known', format.number(outcomes.failed), format.participants(outcomes.all)),
              // What was asked of the API is no failure.
              outcomesText({ ...outcomes, removed: 0 }, format),
            ]
              .filter(Boolean)
              .join(separator)
          : t('participants not loaded'),
    },
  ];
}
