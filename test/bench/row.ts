/** A row of the result table. */
export interface Row {
  readonly name: string;
  /** The target as text, for example "≤ 1.25". */
  readonly bar: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 'KB' | 'requests';
  readonly met: boolean;
  /** The medians behind the value, and explanations. */
  readonly note: string;
  /** The amount of measured work (rooms, bytes), which the smoke test checks. */
  readonly work: Readonly<Record<string, number>>;
}

/** A row with a maximum. */
export function atMost(limit: number, row: Omit<Row, 'bar' | 'met'>): Row {
  return { ...row, bar: `≤ ${limit} ${row.unit}`, met: row.value <= limit };
}

/** A row with a minimum. */
export function atLeast(limit: number, row: Omit<Row, 'bar' | 'met'>): Row {
  return { ...row, bar: `≥ ${limit} ${row.unit}`, met: row.value >= limit };
}

/** Sizes and number of rounds. */
export interface Scale {
  /** Rooms of the long lists; the growth is measured from a tenth of it. */
  readonly many: number;
  /** Rooms of the list over a slow network. */
  readonly distant: number;
  /** Delay of each of its pages, in milliseconds. */
  readonly latency: number;
  /** Participants of the room that is opened. */
  readonly people: number;
  /** Rounds of each measurement; the result is their median. */
  readonly rounds: number;
  readonly now: number;
}

/** `full` for the table, `quick` for the smoke test. */
export const scales = {
  full: { many: 100_000, distant: 20_000, latency: 150, people: 1000, rounds: 7 },
  quick: { many: 3000, distant: 2500, latency: 10, people: 100, rounds: 2 },
} as const;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[middle]];
  return (low + high) / 2;
}

/** The median time of a function in milliseconds, after one warm-up run. */
export async function timed(rounds: number, run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    await run();
    if (round > 0) times.push(performance.now() - started);
  }
  return median(times);
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
