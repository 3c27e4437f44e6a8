import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Counts of one suite of tests. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  /** Tests that failed at first, and were retried. */
  again: number;
}

/** Environment variable that names the file which receives the totals as JSON. */
export const totalsVariable = 'TEST_TOTALS_FILE';

export const noTotals: Readonly<Totals> = { passed: 0, failed: 0, skipped: 0, again: 0 };

export function sumTotals(all: readonly Readonly<Totals>[]): Totals {
  const sum = { ...noTotals };
  for (const one of all)
    for (const key of ['passed', 'failed', 'skipped', 'again'] as const) sum[key] += one[key];
  return sum;
}

/** Writes the totals to the file that {@link totalsVariable} names, if it names one. */
export function writeTotals(totals: Readonly<Totals>): void {
  const file = process.env[totalsVariable];
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(totals));
}

/** The totals in a file; zeros where a run ended before it wrote any. */
export function readTotals(file: string): Totals {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Totals) : { ...noTotals };
}

/** The totals as `npm test` prints them: `12 passed, 0 failed`. */
export function totalsText({ passed, failed, skipped }: Readonly<Totals>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
