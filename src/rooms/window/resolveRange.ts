import { day, hour } from '../../async/durations.ts';
import type { Zone } from '../../text/timeZone.ts';
import type { Slice } from '../model/timeSlice.ts';
import { dateOf, endOf, timeOf } from './calendar.ts';
import type { Clock } from './readClock.ts';
import { type Day, nextWeekday } from './readDays.ts';
import type { Moment } from './readMoments.ts';

/** What a typed range is resolved against. */
export interface RangeContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: Zone;
  /** The day of a time without one, as `dateOf` has it. */
  readonly day?: number;
}

/** Why two moments are no range; `unread` if they do not belong together. */
export type Unresolved = 'unread' | 'noDate' | 'future' | 'backwards' | 'skipped';

/** A range from one moment: the day, the hour that starts with it, or all since it. */
export function resolveSingle(
  { day: own, clock, zone: typed, now, dayLast }: Moment,
  since: boolean,
  context: RangeContext,
): Slice | Unresolved {
  // "2 mar" is no time of a Tuesday.
  if (now || clock?.dotted || (dayLast && clock?.bare !== undefined)) return 'unread';
  if (own && Number.isNaN(own.date)) return 'noDate';
  const zone = typed ?? context.zone;
  const start = startOf(own, clock, zone, context);
  if (start === undefined) return 'unread';
  const after = timeOf(start, zone);
  if (since) return checked(after, context.now, context.now);
  if (!clock) return checked(after, timeOf(start + day, zone), context.now);
  return checked(after, endOf(start + hour, zone), context.now);
}

/** A range from one moment to another; what the end leaves out is as in the start. */
export function resolvePair(first: Moment, end: Moment, context: RangeContext): Slice | Unresolved {
  const { now } = context;
  if (first.now || (first.day && Number.isNaN(first.day.date))) return first.now ? 'unread' : 'noDate';
  if (end.day && Number.isNaN(end.day.date)) return 'noDate';
  if (end.clock?.dotted) return 'unread';
  // Of "Fri 20 – Sun 22" both are days or both are times; "Mon 9–11" are times.
  if ((first.day?.orHour ?? false) !== (end.day?.orHour ?? false)) return 'unread';
  const startZone = first.zone ?? end.zone ?? context.zone;
  const endZone = end.zone ?? startZone;
  const [from, to] = withHalves(first.clock, end.clock);
  if (end.now) {
    const start = startOf(first.day, first.clock, startZone, context);
    return start === undefined ? 'unread' : checked(timeOf(start, startZone), now, now);
  }

  // "18–20 Nov", "9–11 Monday": the day stands at the end only.
  if (!first.day && end.day && !to && from?.bare !== undefined)
    return resolveNumbers(from.bare, end.day, startZone, context);
  const startDay = first.day ?? (end.dayLast ? end.day : undefined);
  const start = startOf(startDay, from, startZone, context);
  if (start === undefined) return 'unread';
  const after = timeOf(start, startZone);
  const startDate = dateOf(after, endZone);

  if (!to)
    return end.day ? checked(after, timeOf(endDate(end.day, startDate) + day, endZone), now) : 'unread';
  // "2026-11-18/19", "Nov 18–20": two days, not the whole first one and a time of it.
  if (first.day && !from && !end.day && to.bare !== undefined)
    return resolveDays(first.day, to.bare, startZone, now);
  const date = end.day ? endDate(end.day, startDate) : startDate;
  let before = endOf(date + to.time, endZone);
  // Past midnight, unless the clock never showed what is between.
  if (!end.day && date + to.time <= start + shift(startZone, endZone, after))
    before = endOf(date + day + to.time, endZone);
  else if (before === after) return 'skipped';
  return checked(after, before, now);
}

/** "18–20 Nov": the first number is a day of the month of the second. */
function resolveNumbers(number: number, end: Day, zone: Zone, { now }: RangeContext): Slice | Unresolved {
  if (end.weekday !== undefined) return 'unread';
  const from = end.date - (new Date(end.date).getUTCDate() - number) * day;
  if (number < 1 || new Date(from).getUTCMonth() !== new Date(end.date).getUTCMonth()) return 'noDate';
  return checked(timeOf(from, zone), timeOf(end.date + day, zone), now);
}

/** "Nov 18–20": the second number is a day of the month of the first. */
function resolveDays({ date, weekday }: Day, number: number, zone: Zone, now: number): Slice | Unresolved {
  if (weekday !== undefined) return 'unread';
  const to = date + (number - new Date(date).getUTCDate()) * day;
  if (new Date(to).getUTCMonth() !== new Date(date).getUTCMonth()) return 'noDate';
  return checked(timeOf(date, zone), timeOf(to + day, zone), now);
}

/** What the clock shows at the start; a time of no day is one of today, or of yesterday if it is to come. */
function startOf(
  own: Day | undefined,
  clock: Clock | undefined,
  zone: Zone,
  { now, day: given }: RangeContext,
): number | undefined {
  if (own) return clock && clock.time >= day ? undefined : own.date + (clock?.time ?? 0);
  if (!clock || clock.time >= day) return undefined;
  if (given !== undefined) return given + clock.time;
  const shown = dateOf(now, zone) + clock.time;
  return timeOf(shown, zone) >= now ? shown - day : shown;
}

/** A weekday at the end is the first one that is not before the start. */
function endDate({ date, weekday, number }: Day, start: number): number {
  if (weekday !== undefined) return nextWeekday(start, weekday);
  if (number === undefined || date >= start) return date;
  // "30.–2.": in the next month.
  const from = new Date(start);
  return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, number);
}

/** The halves of the day in "2–4pm", "11am–1": the other time is within the twelve hours before or after. */
function withHalves(
  from: Clock | undefined,
  to: Clock | undefined,
): readonly [Clock | undefined, Clock | undefined] {
  if (to?.half && from?.twelve) {
    const [am, pm] = halvesOf(from);
    const [same, other] = to.half === 'am' ? [am, pm] : [pm, am];
    return [{ ...from, time: same < to.time ? same : other }, to];
  }
  if (from?.half && to?.twelve) {
    const [am, pm] = halvesOf(to);
    const next = [am, pm].find((time) => time > from.time) ?? am;
    return [from, { ...to, time: next }];
  }
  return [from, to];
}

function halvesOf({ time }: Clock): readonly [number, number] {
  const am = time % (12 * hour);
  return [am, am + 12 * hour];
}

/** How much more the clock of one zone shows than that of another. */
function shift(from: Zone, to: Zone, time: number): number {
  return to.offset(time) - from.offset(time);
}

function checked(after: number, before: number, now: number): Slice | Unresolved {
  if (after >= now) return 'future';
  if (before <= after) return 'backwards';
  return { after, before: Math.min(before, now) };
}
