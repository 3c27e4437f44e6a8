import { t } from '@vscode/l10n';
import type { OverviewView } from '../../protocol/overview.ts';
import type { LoadProgress } from '../../rooms/overview/participantLoad.ts';
import type { ChartContext } from './chartContext.ts';
import { type Covered, coverageActions, covers, filterView } from './coverage.ts';
import { failureSection } from './failureCharts.ts';
import { figures } from './figures.ts';
import { loadView } from './loadView.ts';
import { problemSection } from './problemCharts.ts';
import { shapeSection } from './shapeCharts.ts';
import { summary } from './summary.ts';
import { timeChart } from './timeChart.ts';

/** The input of the overview, besides the counts. */
export interface OverviewInput extends Covered {
  readonly load: LoadProgress | undefined;
  /** Number of rooms that match the filter; undefined while they are counted. */
  readonly matching: number | undefined;
}

/** The view model of the overview. */
export function overviewView(context: ChartContext, input: OverviewInput): OverviewView {
  return {
    title: t('Overview'),
    covers: covers(context, input),
    actions: coverageActions(input),
    filter: filterView(context, input.matching),
    summary: summary(context),
    load: loadView(context, input.load),
    figures: figures(context),
    time: timeChart(context, input.store),
    sections: [problemSection(context), failureSection(context), shapeSection(context)],
    labels: {
      showThese: t('Show these rooms'),
      asTable: t('As a table'),
      help: t(
        'Arrow keys go from bar to bar, Enter shows its rooms in the tree, Shift+Enter or Shift+click adds it.',
      ),
    },
  };
}
