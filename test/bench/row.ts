/** What a row of the table says. */
export interface Row {
  readonly name: string;
  /** The bar in words, for example "≤ 1.25". */
  readonly bar: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 'KB' | 'requests';
  readonly met: boolean;
  /** Medians that the value comes from, and what else explains it. */
  readonly note: string;
  /** How much work was measured: rooms, bytes; the smoke test looks at it. */
  readonly work: Readonly<Record<string, number>>;
}

/** A row whose value may be so great at the most. */
export function atMost(limit: number, row: Omit<Row, 'bar' | 'met'>): Row {
  return { ...row, bar: `≤ ${limit} ${row.unit}`, met: row.value <= limit };
}

/** A row whose value must be so great at least. */
export function atLeast(limit: number, row: Omit<Row, 'bar' | 'met'>): Row {
  return { ...row, bar: `≥ ${limit} ${row.unit}`, met: row.value >= limit };
}

/** How large and how often everything is done. */
export interface Scale {
  /** Rooms of the long lists; a tenth of it stands for the short one of the growth. */
  readonly many: number;
  /** Rooms of the list over a slow network. */
  readonly distant: number;
  /** Milliseconds before each page of it. */
  readonly latency: number;
  /** Participants of the room that is opened. */
  readonly people: number;
  /** Times that everything is measured; the median counts. */
  readonly rounds: number;
  readonly now: number;
}

/** As the table needs it, and as a test can wait for it. */
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

/** How long a function takes, in milliseconds: the median of several times, after one that does not count. */
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
