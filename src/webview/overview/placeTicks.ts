import type { TimeColumnView } from '../../protocol/overview.ts';

export interface PlacedTick {
  readonly text: string;
  readonly rank: number;
  /** Position from the plot's left edge, as a share of its width. */
  readonly at: number;
}

/** Width of a time of day and the space after it, in em. */
const labelEm = 4.2;

/** Picks the ticks that fit into a plot: all of a rank, or none of it. @param em font size in pixels */
export function placeTicks(
  columns: readonly Pick<TimeColumnView, 'tick'>[],
  width: number,
  em: number,
): PlacedTick[] {
  const ticks = columns.flatMap(({ tick }, index) => (tick ? { ...tick, at: index / columns.length } : []));
  const room = (labelEm * em) / Math.max(1, width);
  const ranks = [...new Set(ticks.map(({ rank }) => rank))].sort((one, other) => other - one);
  for (const maxRank of ranks) {
    const those = ticks.filter(({ rank }) => rank <= maxRank);
    if (those.every(({ at }, index) => index === 0 || at - (those[index - 1]?.at ?? 0) >= room))
      return those.filter(({ at }) => 1 - at >= room * 0.8);
  }
  return [];
}
