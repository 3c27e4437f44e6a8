import type { TimeColumnView } from '../../protocol/overview.ts';

export interface PlacedTick {
  readonly text: string;
  readonly rank: number;
  /** From the plot's left edge, as a share of its width. */
  readonly at: number;
}

/** As much room as a time of day takes, and some between, in letters' heights. */
const labelEm = 4.2;

/** The ticks for which a plot has room: all of a rank, or none of it. @param letter height of a letter, in pixels */
export function placeTicks(
  columns: readonly Pick<TimeColumnView, 'tick'>[],
  width: number,
  letter: number,
): PlacedTick[] {
  const ticks = columns.flatMap(({ tick }, place) => (tick ? { ...tick, at: place / columns.length } : []));
  const room = (labelEm * letter) / Math.max(1, width);
  const ranks = [...new Set(ticks.map(({ rank }) => rank))].sort((one, other) => other - one);
  for (const most of ranks) {
    const those = ticks.filter(({ rank }) => rank <= most);
    if (those.every(({ at }, place) => place === 0 || at - (those[place - 1]?.at ?? 0) >= room))
      return those.filter(({ at }) => 1 - at >= room * 0.8);
  }
  return [];
}
