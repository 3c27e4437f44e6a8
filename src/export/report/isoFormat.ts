import { Format, isoTime } from '../../text/format.ts';

/**
 * Times as they stand in a ticket, which people in many zones read: ISO 8601
 * in UTC, `2026-11-22T10:14:03Z`, wherever a time is written.
 */
export class IsoFormat extends Format {
  /** With the language and the clock of another format. */
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

  override secondTime(time: number): string {
    return this.fullTime(time);
  }
}
