import { Format, isoTime } from '../../text/format.ts';

/**
 * Formats every time for a ticket, which is read in many time zones: ISO 8601 in UTC, `2026-11-22T10:14:03Z`.
 */
export class IsoFormat extends Format {
  /** Takes the language and the clock of another format. */
  constructor({ locale, now }: Pick<Format, 'locale' | 'now'>) {
    super({ locale, now, times: 'utc' });
  }

  override fullTime(time: number): string {
    return isoTime(time).replace('.000Z', 'Z');
  }

  override shortTime(time: number): string {
    return this.fullTime(time);
  }

  override clockTime(time: number): string {
    return this.fullTime(time);
  }

  /** Every time has its date. */
  override withDatesAfter(): this {
    return this;
  }

  override secondTime(time: number): string {
    return this.fullTime(time);
  }
}
