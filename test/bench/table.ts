import type { Row } from './row.ts';

/** The rows as a table in Markdown, for the terminal and the README. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ name, bar, value, unit, met, note }) => [
    name,
    bar,
    `${met ? '' : '**'}${number(value)} ${unit}${met ? '' : '**, missed'}`,
    note,
  ]);
  const head = ['', 'Bar', 'Measured', 'Medians'];
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
