import { hour, minute, second } from '../../async/durations.ts';
import type { LanguageWords } from './languageWords.ts';

/** A time of day as it was typed. */
export interface Clock {
  /** Milliseconds since midnight, up to 24 hours. */
  readonly time: number;
  /** Which half of the day was named. */
  readonly half?: 'am' | 'pm';
  /** An hour from 1 to 12 whose half of the day was not named. */
  readonly twelve?: boolean;
  /** A number alone, which may also be that of a day. */
  readonly bare?: number;
  /** "14.30", a time only if the other one of a range is written as one: "14.30–16 Uhr". */
  readonly dotted?: boolean;
}

/** Reads a text as a time of day: "14", "14:30", "2 pm", "14 Uhr 30", "14h30", "午後2時半"; all are folded. */
export function readClock(text: string, { word }: LanguageWords): Clock | undefined {
  const plain = text.replace(new RegExp(`^${word.at} `, 'u'), '').replace(/(?<=\d)の|の$/u, '');
  if (new RegExp(`^${word.noon}$`, 'u').test(plain)) return { time: 12 * hour, half: 'pm' };
  if (new RegExp(`^${word.midnight}$`, 'u').test(plain)) return { time: 0, half: 'am' };
  const halves = `(?<am>${word.am})|(?<pm>${word.pm})|(?<night>${word.night})`;
  for (const pattern of [
    // 14, 14:00, 14:00:30, 2 pm
    `(?<h>\\d{1,2})(?::(?<m>\\d\\d)(?::(?<s>\\d\\d)(?:\\.\\d+)?)?)? ?(?:${halves})?`,
    // 2.30 pm
    `(?<h>\\d{1,2})\\.(?<m>\\d\\d) ?(?:${halves})`,
    // 14 Uhr, 14.30 Uhr, 14 Uhr 30
    `(?<h>\\d{1,2})(?:[:.](?<m>\\d\\d))? ?uhr(?: (?<n>\\d\\d))? ?(?:${halves})?`,
    // 14h, 14h30, 14 h 30 min, 14:30 hs
    `(?<h>\\d{1,2})(?::(?<m>\\d\\d))? ?h(?:s|rs|oras)?\\.?(?: ?(?<n>\\d\\d)(?: ?min)?)? ?(?:${halves})?`,
    // 午後2時半, 午後2:30
    `(?:${halves})? ?(?<h>\\d{1,2})(?:時(?:(?<m>\\d{1,2})分|(?<half>半))?|:(?<n>\\d\\d)(?::(?<s>\\d\\d))?)`,
  ]) {
    const groups = new RegExp(`^${pattern}$`, 'u').exec(plain)?.groups;
    const clock = groups && clockOf(groups, /^\d{1,2}$/.test(plain));
    if (clock) return clock;
  }
  const dotted = /^(?<h>\d{1,2})\.(?<m>\d\d)$/.exec(plain)?.groups;
  const clock = dotted && clockOf(dotted, false);
  return clock && { ...clock, dotted: true };
}

type Groups = { readonly [name: string]: string | undefined };

/** Undefined for a time that no clock shows. "24:00" is the end of a day; there is no 24:01. */
function clockOf(groups: Groups, bare: boolean): Clock | undefined {
  const hours = Number(groups.h);
  const minutes = groups.half ? 30 : Number(groups.m ?? groups.n ?? 0);
  const seconds = Number(groups.s ?? 0);
  if (minutes > 59 || seconds > 59) return undefined;
  const rest = minutes * minute + seconds * second;
  const half = halfOf(groups, hours);
  if (half === undefined) {
    const time = hours * hour + rest;
    if (time > 24 * hour) return undefined;
    return { time, ...(hours >= 1 && hours <= 12 && { twelve: true }), ...(bare && { bare: hours }) };
  }
  // 午後0時 is noon.
  const inJapanese = /[^\x20-\x7e]/.test(`${groups.am ?? groups.pm ?? groups.night}`);
  if (hours > 12 || (hours === 0 && !inJapanese)) return undefined;
  return { time: ((hours % 12) + (half === 'pm' ? 12 : 0)) * hour + rest, half };
}

function halfOf({ am, pm, night }: Groups, hours: number): Clock['half'] {
  if (am !== undefined) return 'am';
  if (pm !== undefined) return 'pm';
  if (night === undefined) return undefined;
  // Ten at night is before midnight; twelve at night is midnight.
  return hours >= 6 && hours < 12 ? 'pm' : 'am';
}
