import type { PageAction } from './actions.ts';
import type { PageIcon } from './pageIcons.ts';

/**
 * The view models of the overview's page: counted bars, never rooms. The host makes all texts; lengths and
 * heights are shares of 1.
 */

/** A horizontal bar, which filters the tree when it is clicked. */
export interface BarView {
  /** The id that the page sends when the bar is clicked. */
  readonly id: string;
  readonly label: string;
  /** The count: "12". */
  readonly value: string;
  /** More about the count: "18%", "9 rooms". */
  readonly aside: string;
  readonly length: number;
  /** How it differs from the others, in a few words. */
  readonly mark?: string;
  readonly tone: 'plain' | 'doubtful' | 'bad';
  /** True if the current filter includes it. */
  readonly chosen: boolean;
  /** The accessible label, also shown on hover. */
  readonly accessibleLabel: string;
}

/** A chart of horizontal bars. */
export interface BarChartView {
  readonly id: string;
  readonly title: string;
  /** Explains the counts. */
  readonly note: string;
  readonly bars: readonly BarView[];
  /** Text after the bars, or in place of them. */
  readonly rest?: string;
}

/** The segment of a column in one pane, from the bottom up. */
export interface StackView {
  readonly bad: number;
  readonly fine: number;
  /** Items of which it is not known whether they were bad. */
  readonly unknown: number;
  /** The value, if it exceeds the scale. */
  readonly beyond?: string;
}

/** A time span: one column through all panes. */
export interface TimeColumnView {
  readonly id: string;
  /** The time span and the counts, a line each. */
  readonly lines: readonly string[];
  /** The column as a row of the table: the time span and the counts. */
  readonly cells: readonly string[];
  /** One for each pane. */
  readonly stacks: readonly StackView[];
  /** The label below the column if there is room; lower ranks first. */
  readonly tick?: { readonly text: string; readonly rank: number };
  /** True if rooms of this time may not be loaded. */
  readonly missing: boolean;
  /** True if all counts are 0: there is nothing to filter by. */
  readonly empty: boolean;
  readonly chosen: boolean;
}

/** A pane of the time chart. */
export interface PaneView {
  readonly title: string;
  /** The ticks of the scale, at shares of its height. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
}

/** The chart of counts over time. */
export interface TimeChartView {
  readonly title: string;
  readonly note: string;
  readonly panes: readonly PaneView[];
  readonly columns: readonly TimeColumnView[];
  /** The meaning of the segments, if they differ. */
  readonly legend: readonly {
    readonly part: 'bad' | 'fine' | 'unknown' | 'missing';
    readonly text: string;
  }[];
  /** The column headers of the table. */
  readonly heads: readonly string[];
}

/** A section of bar charts. */
export interface ChartSectionView {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly charts: readonly BarChartView[];
}

/** A button of the overview. */
export interface OverviewButton {
  readonly action: PageAction<'overview'>;
  readonly label: string;
  readonly icon: PageIcon;
}

/** The progress of loading participants, with the available actions. */
export interface LoadView {
  readonly text: string;
  /** While participants are loaded, 0 to 1. */
  readonly progress?: number;
  /** The error, if some of them failed. */
  readonly problem?: string;
  readonly buttons: readonly OverviewButton[];
}

/** A key figure. */
export interface FigureView {
  readonly label: string;
  readonly value: string;
  readonly aside: string;
}

/** The labels of the page. */
export interface OverviewLabels {
  /** The action of a bar. */
  readonly showThese: string;
  readonly asTable: string;
  readonly help: string;
}

/** The whole overview. */
export interface OverviewView {
  readonly title: string;
  /** The rooms that are counted. */
  readonly covers: string;
  readonly actions: readonly OverviewButton[];
  /** The filter of the tree. */
  readonly filter: {
    readonly text: string;
    /** The accessible text, without numbers, which change while rooms are loaded. */
    readonly accessibleLabel: string;
    readonly clear?: OverviewButton;
  };
  /** Whether there is a problem, since when, and for whom: one sentence each. */
  readonly summary: readonly string[];
  readonly load: LoadView;
  readonly figures: readonly FigureView[];
  readonly time: TimeChartView;
  readonly sections: readonly ChartSectionView[];
  readonly labels: OverviewLabels;
}

/** Shown instead of an overview if there is nothing to count. */
export interface EmptyView {
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly OverviewButton[];
}
