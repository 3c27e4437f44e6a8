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

/** What is known beside the counts. */
export interface OverviewInput extends Covered {
  readonly load: LoadProgress | undefined;
  /** Rooms that the filter leaves; undefined while they are counted. */
  readonly matching: number | undefined;
}

/** Everything that the page of the overview shows, in words. */
export function overviewView(drawing: ChartContext, facts: OverviewInput): OverviewView {
  return {
    title: t('Overview'),
    covers: covers(drawing, facts),
    actions: coverageActions(facts),
    filter: filterView(drawing, facts.matching),
    summary: summary(drawing),
    load: loadView(drawing, facts.load),
    figures: figures(drawing),
    time: timeChart(drawing, facts.store),
    sections: [problemSection(drawing), failureSection(drawing), shapeSection(drawing)],
    words: {
      showThese: t('Show these rooms'),
      asTable: t('As a table'),
      help: t(
        'Arrow keys go from bar to bar, Enter shows its rooms in the tree, Shift+Enter or Shift+click adds it.',
      ),
    },
  };
}
