import { t } from '@vscode/l10n';
import { hour, minute, second } from '../../async/durations.ts';
import type { Slice } from '../model/timeSlice.ts';
import { dayOf, plusDays, type Zone } from './calendar.ts';

const units: Readonly<Record<string, number>> = { m: minute, h: hour, d: 24 * hour, w: 168 * hour };

/** The separator of two moments; a plain hyphen only where it cannot belong to a date. */
const between =
  /\s*(?:[–—]|\.\.+|\/|\s(?:to|until|-)\s|(?<=(?:^|\s|:)\d{1,2}(?::\d\d)?)-(?=\d{1,2}(?::\d\d|\s*$)))\s*/;

const instant = /^\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)$/;
const moment =
  /^(?:(\d{4}-\d\d-\d\d|[\p{L}]+)(?:[t ,]+|$))?(?:(\d{1,2})(?::(\d\d)(?::(\d\d))?)?(?:\s*uhr|h)?)?$/u;

/** A parsed moment: a day, a time of day, or both. */
interface Moment {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Without a time of day, it stands for the whole day. */
  readonly wholeDay: boolean;
}

/**
 * Parses a range of time as people write it: "yesterday 14:00–16:00", "Mon 9-11", "last 6 h", "since 14:00",
 * "2026-11-20", ISO 8601 dates and intervals. A single time stands for the hour that starts with it; a range
 * that ends before it starts crosses midnight. A range ends now at the latest.
 * @param now milliseconds since 1970
 * @returns the range, or a message for the user if there is none
 */
export function parseTimeRange(text: string, now: number, zone: Zone): Slice | { readonly problem: string } {
  const typed = text.trim().toLowerCase();
  const last = /^(?:last|past)?\s*(\d{1,4})\s*(m|h|d|w)(?:in(?:ute)?s?|(?:ou)?rs?|ays?|eeks?)?$/.exec(typed);
  if (last) {
    const length = Number(last[1]) * (units[last[2] ?? ''] ?? hour);
    return checked({ after: now - length, before: now }, now);
  }
  const since = /^since\s+/.test(typed);
  const [first = '', second, ...more] = typed.replace(/^(?:since|from|between)\s+/, '').split(between);
  const start = readMoment(first, now, zone);
  if (!start || more.length > 0) return { problem: howTo() };
  if (second === undefined) {
    const end = since ? now : start.wholeDay ? plusDays(start.time, 1, zone) : start.time + hour;
    return checked({ after: start.time, before: end }, now);
  }
  const end = readMoment(second.replace(/^and\s+/, ''), now, zone, start.time);
  if (!end) return { problem: howTo() };
  let before = end.wholeDay ? plusDays(end.time, 1, zone) : end.time;
  if (before <= start.time && isTimeOnly(second)) before = plusDays(before, 1, zone);
  return checked({ after: start.time, before }, now);
}

function checked({ after, before }: Slice, now: number): Slice | { readonly problem: string } {
  if (after >= now) return { problem: t('This range has not begun yet.') };
  if (before <= after) return { problem: t('This range ends before it begins.') };
  return { after, before: Math.min(before, now) };
}

function howTo(): string {
  return t('Write it like “yesterday 14:00–16:00”, “Mon 9–11”, “last 6 h” or “2026-11-20 14:00/16:00”.');
}

/**
 * @param day any time of the day that applies if the text has none; by default today, or yesterday for a time
 * still to come
 */
function readMoment(text: string, now: number, zone: Zone, day?: number): Moment | undefined {
  if (text === 'now' || text === t('now').toLowerCase()) return { time: now, wholeDay: false };
  if (instant.test(text)) {
    const time = Date.parse(text.replace(' ', 't').toUpperCase());
    return Number.isNaN(time) ? undefined : { time, wholeDay: false };
  }
  const match = moment.exec(text);
  if (!match || text === '') return undefined;
  const [, date, hours, minutes = '0', seconds = '0'] = match;
  const start = date === undefined ? dayOf(day ?? now, zone) : readDay(date, now, zone);
  if (start === undefined) return undefined;
  if (hours === undefined) return { time: start, wholeDay: true };
  const sinceMidnight = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second;
  // "24:00" is the end of a day; there is no 24:01.
  if (sinceMidnight > 24 * hour || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const time = start + sinceMidnight;
  // Corrects for a change of daylight saving time on this day: the clock's time is meant.
  const shown = time + zone.offset(start) - zone.offset(time);
  const past = date === undefined && day === undefined && shown > now;
  return { time: past ? plusDays(shown, -1, zone) : shown, wholeDay: false };
}

function isTimeOnly(text: string): boolean {
  return /^\d{1,2}(?::\d\d)*$/.test(text);
}

/** The start of a day given as a date or a word. */
function readDay(word: string, now: number, zone: Zone): number | undefined {
  const today = dayOf(now, zone);
  if (/^\d/.test(word)) {
    const time = Date.parse(`${word}T00:00:00Z`);
    return Number.isNaN(time) ? undefined : dayOf(time - zone.offset(time) + 12 * hour, zone);
  }
  if (word === 'today' || word === t('today').toLowerCase()) return today;
  if (word === 'yesterday' || word === t('yesterday').toLowerCase()) return plusDays(today, -1, zone);
  if (word.length < 2) return undefined;
  for (let back = 0; back < 7; back++) {
    const day = plusDays(today, -back, zone);
    const names = zone.weekdays(day).map((name) => name.toLowerCase());
    if (names.some((name) => name.startsWith(word))) return day;
  }
  return undefined;
}
