import type { Range } from './roomFilter.ts';

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/**
 * Parses limits as people write them: "> 10 min", "< 30", "5-15 min", "2 h", "10+".
 * @param unit `duration` in seconds, where a bare number means minutes; `size` in participants
 * @returns undefined if the text is no limit
 */
export function parseLimits(text: string, unit: 'duration' | 'size'): Range | undefined {
  const match =
    /^(>=|<=|>|<|≥|≤)?\s*(\d+(?:[.,]\d+)?)\s*(\p{L}*)\s*(?:(\+)|(?:-|–|to)\s*(\d+(?:[.,]\d+)?)\s*(\p{L}*))?$/u.exec(
      text.trim().toLowerCase(),
    );
  if (!match) return undefined;
  const [, sign, first = '', firstUnit = '', plus, second, secondUnit = ''] = match;
  const from = limitOf(first, firstUnit || secondUnit, unit);
  if (from === undefined) return undefined;
  // `below` is exclusive: one more participant; nothing for a time, as no two rooms last exactly as long.
  const beyond = unit === 'size' ? 1 : 0;
  if (second !== undefined) {
    const to = limitOf(second, secondUnit, unit);
    return to === undefined || to < from ? undefined : { from, below: to + beyond };
  }
  if (plus || sign === '≥' || sign === '>=') return { from };
  if (sign === '>') return { from: from + beyond };
  if (sign === '<') return { below: from };
  if (sign === '≤' || sign === '<=') return { below: from + beyond };
  return unit === 'size' ? { from, below: from + 1 } : { from };
}

/** The limits as `parseLimits` reads them, for the user to edit. */
export function limitsText({ from, below }: Range, unit: 'duration' | 'size'): string {
  const beyond = unit === 'size' ? 1 : 0;
  const put = (value: number) => {
    if (unit === 'size') return String(value);
    return value % 60 === 0 ? `${value / 60} min` : `${value} s`;
  };
  if (from !== undefined && below === from + 1 && unit === 'size') return put(from);
  if (from !== undefined && below !== undefined) return `${put(from)}–${put(below - beyond)}`;
  if (from !== undefined) return `${put(from)}+`;
  return below === undefined ? '' : `< ${put(below)}`;
}

function limitOf(number: string, word: string, unit: 'duration' | 'size'): number | undefined {
  const value = Number(number.replace(',', '.'));
  if (unit === 'size') return Number.isInteger(value) ? value : undefined;
  const factor = word === '' ? 60 : seconds[word[0] ?? ''];
  return factor === undefined ? undefined : value * factor;
}
