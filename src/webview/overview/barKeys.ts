/** The direction of the arrow keys that move between a chart's bars. */
export type Direction = 'horizontal' | 'vertical';

export interface BarKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const arrows = {
  horizontal: { before: 'ArrowLeft', after: 'ArrowRight' },
  vertical: { before: 'ArrowUp', after: 'ArrowDown' },
} as const;

/** Number of bars that Page Up and Page Down move by. */
const pageStep = 6;

/** The index of the bar, of `count`, that a key moves to; undefined for a key that does not move. */
export function nextBar(
  { key, ctrlKey, metaKey, altKey }: BarKey,
  from: number,
  count: number,
  direction: Direction,
): number | undefined {
  if (ctrlKey || metaKey || altKey || count === 0) return undefined;
  const { before, after } = arrows[direction];
  const to = {
    [before]: from - 1,
    [after]: from + 1,
    Home: 0,
    End: count - 1,
    PageUp: from - pageStep,
    PageDown: from + pageStep,
  }[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}
