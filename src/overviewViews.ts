import type { PageIcon } from './pageIcons.ts';
import type { PageAction } from './protocol.ts';

/**
 * What the page of the overview shows: counted bars, never rooms. All words
 * are made in the host; lengths and heights are shares of 1.
 */

/** A bar across the page, which filters the tree when it is pressed. */
export interface BarView {
  /** What the page sends back when the bar is pressed. */
  readonly id: string;
  readonly label: string;
  /** What is counted, in figures: "12". */
  readonly value: string;
  /** What belongs to it: "18%", "9 rooms". */
  readonly aside: string;
  readonly length: number;
  /** How it stands out from the others, in a few words. */
  readonly mark?: string;
  readonly tone: 'plain' | 'doubtful' | 'bad';
  /** Part of the current filter. */
  readonly chosen: boolean;
  /** All of it in words, for screen readers and hovers. */
  readonly spoken: string;
}

export interface BarChartView {
  readonly id: string;
  readonly title: string;
  /** What is counted. */
  readonly note: string;
  readonly bars: readonly BarView[];
  /** What stands behind the bars, or in place of them. */
  readonly rest?: string;
}

/** One pane's part of a column, from the bottom up. */
export interface StackView {
  readonly bad: number;
  readonly fine: number;
  /** Of which it is not known whether it was bad. */
  readonly unknown: number;
  /** How much it is, where it reaches beyond the scale. */
  readonly beyond?: string;
}

/** A stretch of time: one column through all panes. */
export interface TimeColumnView {
  readonly id: string;
  /** From when to when, and what was counted, a line each. */
  readonly lines: readonly string[];
  /** A row of the table: the time, and what was counted. */
  readonly cells: readonly string[];
  /** One for each pane. */
  readonly stacks: readonly StackView[];
  /** Stands under the column if there is room; the lower the rank, the sooner. */
  readonly tick?: { readonly text: string; readonly rank: number };
  /** Rooms of this time may not be loaded. */
  readonly missing: boolean;
  /** Nothing was counted: there is nothing to filter by. */
  readonly empty: boolean;
  readonly chosen: boolean;
}

export interface PaneView {
  readonly title: string;
  /** What the scale is marked with, at shares of its height. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
}

export interface TimeChartView {
  readonly title: string;
  readonly note: string;
  readonly panes: readonly PaneView[];
  readonly columns: readonly TimeColumnView[];
  /** What the parts of a column mean, where they mean different things. */
  readonly legend: readonly {
    readonly part: 'bad' | 'fine' | 'unknown' | 'missing';
    readonly text: string;
  }[];
  /** Over the columns of the table. */
  readonly heads: readonly string[];
}

export interface ChartSectionView {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly charts: readonly BarChartView[];
}

export interface OverviewButton {
  readonly action: PageAction;
  readonly label: string;
  readonly icon: PageIcon;
}

/** How far the participants are known, and what can be done about it. */
export interface LoadView {
  readonly text: string;
  /** While participants are loaded, 0 to 1. */
  readonly progress?: number;
  /** What went wrong with some of them. */
  readonly problem?: string;
  readonly buttons: readonly OverviewButton[];
}

/** A number that says how much there is. */
export interface FigureView {
  readonly label: string;
  readonly value: string;
  readonly aside: string;
}

/** The page's own words. */
export interface OverviewWords {
  /** What pressing a bar does. */
  readonly showThese: string;
  readonly asTable: string;
  readonly help: string;
}

export interface OverviewView {
  readonly title: string;
  /** Which rooms are counted. */
  readonly covers: string;
  readonly actions: readonly OverviewButton[];
  /** What the tree shows of them. */
  readonly filter: {
    readonly text: string;
    /** The same without numbers, which change while rooms come. */
    readonly spoken: string;
    readonly clear?: OverviewButton;
  };
  /** Is something wrong, since when, for whom: a sentence each. */
  readonly story: readonly string[];
  readonly load: LoadView;
  readonly figures: readonly FigureView[];
  readonly time: TimeChartView;
  readonly sections: readonly ChartSectionView[];
  readonly words: OverviewWords;
}

/** In place of an overview: there is nothing to count. */
export interface EmptyView {
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly OverviewButton[];
}
