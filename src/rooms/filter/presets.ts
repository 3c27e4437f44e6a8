import { unitLength } from '../../text/typed/durationUnits.ts';
import { foldTyped } from '../../text/typed/foldTyped.ts';
import type { Range } from './roomFilter.ts';

const number = '\\d+(?:[.,]\\d+)?';
const to = 'to|bis|a|ate|から';
const word = `(?!(?:${to}) ?\\d)\\p{L}+\\.?`;
/** "10", "10 min", "1 h 30 min". */
const amount = `${number}(?: ?${word}(?: ?${number} ?${word})*)?`;
const limits = new RegExp(`^(>=|<=|>|<|≥|≤)? ?(${amount}) ?(?:(\\+)|(?:-|–|—|~|${to}) ?(${amount}))?$`, 'u');

/**
 * Parses limits as people write them: "> 10 min", "< 30", "5-15 min", "2 h", "2 Stunden", "10+". Both limits of
 * "5-15 min" belong to it, and "> 10 min" begins where "≤ 10 min" ends.
 * @param unit `duration` in whole seconds, where a bare number means minutes; `size` in participants
 * @returns undefined if the text is no limit
 */
export function parseLimits(text: string, unit: 'duration' | 'size'): Range | undefined {
  const [, sign, first = '', plus, second] = limits.exec(foldTyped(text)) ?? [];
  if (first === '' || (sign && (plus || second !== undefined))) return undefined;
  const unitOf = (written: string) => /[^\d.,\s]+\.?$/u.exec(written)?.[0];
  const from = amountOf(first, unit, second === undefined ? undefined : unitOf(second));
  if (from === undefined) return undefined;
  if (second !== undefined) {
    const to = amountOf(second, unit);
    return to === undefined || to < from ? undefined : { from: Math.ceil(from), below: after(to) };
  }
  switch (sign) {
    case '>':
      return { from: after(from) };
    case '<':
      return { below: Math.ceil(from) };
    case '≤':
    case '<=':
      return { below: after(from) };
    case undefined:
      return unit === 'size' && !plus ? { from, below: after(from) } : { from: Math.ceil(from) };
    default:
      return { from: Math.ceil(from) };
  }
}

/** The limits as `parseLimits` reads them, for the user to edit. */
export function limitsText({ from, below }: Range, unit: 'duration' | 'size'): string {
  const put = (value: number) => (unit === 'size' ? String(value) : durationText(value));
  if (from !== undefined && below === from + 1 && unit === 'size') return put(from);
  if (from !== undefined && below !== undefined) return `${put(from)}–${put(below - 1)}`;
  if (from !== undefined) return isJustAfter(from, unit) ? `> ${put(from - 1)}` : `${put(from)}+`;
  if (below === undefined) return '';
  return isJustAfter(below, unit) ? `≤ ${put(below - 1)}` : `< ${put(below)}`;
}

/** Whether a limit in seconds is the first after a full minute, so that it was typed as "> 10 min". */
export function isJustAfter(limit: number, unit: 'duration' | 'size'): boolean {
  return unit === 'duration' && limit > 60 && limit % 60 === 1;
}

/** The first whole number greater than `limit`. */
function after(limit: number): number {
  return Math.floor(limit) + 1;
}

/** In seconds or participants; undefined for a unit that there is not. */
function amountOf(written: string, unit: 'duration' | 'size', defaultUnit = ''): number | undefined {
  const parts = [...written.matchAll(/(\d+(?:[.,]\d+)?) ?([^\d\s.,]+\.?)?/gu)];
  let sum = 0;
  for (const [, digits = '', word = defaultUnit] of parts) {
    const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
    if (unit === 'size') {
      // "1,000" and "1.000": there are no parts of participants.
      const value = Number(grouped ? digits.replace(/[.,]/, '') : digits.replace(',', '.'));
      return parts.length === 1 && Number.isInteger(value) ? value : undefined;
    }
    // A thousand in one language, one in another.
    if (grouped) return undefined;
    const value = Number(digits.replace(',', '.'));
    const length = word === '' ? 60_000 : unitLength(word);
    if (length === undefined) return undefined;
    sum += value * length;
  }
  // In milliseconds first: 0.1 has no exact number.
  return Math.round(sum) / 1000;
}

function durationText(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const parts = [minutes > 0 && `${minutes} min`, (rest > 0 || minutes === 0) && `${rest} s`];
  return parts.filter(Boolean).join(' ');
}
