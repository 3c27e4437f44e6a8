import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinList } from '../../text/joinText.ts';
import { type CountedOutcome, countedOutcomes, type OutcomeCounts } from '../analysis/outcomeCounts.ts';

/** The label of an outcome that is counted. */
export function outcomeLabel(outcome: CountedOutcome): string {
  switch (outcome) {
    case 'dropped':
      return t('Dropped');
    case 'refused':
      return t('Could not join');
    case 'evicted':
      return t('Duplicate identity');
    case 'timeLimit':
      return t('Session limit');
    case 'removed':
      return t('Disconnected through the API');
  }
}

/** "Dropped: 3, Could not join: 1": the outcomes that occur; empty for none. */
export function outcomesText(counts: OutcomeCounts, format: Format): string {
  return joinList(
    countedOutcomes
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => t('{0}: {1}', outcomeLabel(outcome), format.number(counts[outcome]))),
  );
}
