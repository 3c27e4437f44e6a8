/** Along which arrows a chart's bars are walked. */
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

/** How many bars Page Up and Page Down go. */
const leap = 6;

/** To which of `count` bars a key leads; undefined for a key that does not move. */
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
    PageUp: from - leap,
    PageDown: from + leap,
  }[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}
