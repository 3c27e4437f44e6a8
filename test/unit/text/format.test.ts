import assert from 'node:assert/strict';
import { Format } from '../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });
const inZone = (timeZone: string, locale = 'en', at = now, namesZone = true) =>
  new Format({ locale, times: 'local', timeZone, namesZone, now: () => at });
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('Values in words', () => {
  it('writes durations in their two largest units', () => {
    const shown = [0, 8, 90, 600, 655, 3600, 5400, 90_000].map((seconds) => format.duration(seconds));
    assert.deepEqual(shown, [
      '0 sec',
      '8 sec',
      '1 min 30 sec',
      '10 min',
      '10 min',
      '1 hr',
      '1 hr 30 min',
      '1 day 1 hr',
    ]);
  });

  it('writes all times in one zone', () => {
    const tokyo = inZone('Asia/Tokyo');
    const time = Date.UTC(2026, 10, 22, 16, 30);
    assert.equal(tokyo.clockTime(time), '01:30');
    assert.equal(tokyo.shortTime(time), 'Mon 01:30');
    assert.equal(tokyo.sortableTime(time), '2026-11-23 01:30');
    assert.equal(tokyo.weekday(time), 'Mon');
    assert.match(tokyo.fullTime(time), /01:30:00 GMT\+9$/);
    assert.ok(tokyo.sameDay(time, now + 20 * 3_600_000) && !tokyo.sameDay(time, now));
    assert.equal(tokyo.asOf(0).zone, tokyo.zone);
    assert.ok(tokyo.writesAs(inZone('Asia/Tokyo')) && !tokyo.writesAs(format));
    assert.ok(!tokyo.writesAs(inZone('Asia/Tokyo', 'de')));
  });

  it('names the zone above times that may be misread', () => {
    assert.equal(inZone('Asia/Tokyo').titleOfTimes('Rooms'), 'Rooms: times in Asia/Tokyo (GMT+9)');
    assert.equal(inZone('UTC').titleOfTimes('Rooms'), 'Rooms: times in UTC');
    assert.equal(format.titleOfTimes('Rooms'), 'Rooms');
    assert.deepEqual(
      [inZone('Asia/Tokyo'), format].map((one) => one.zoneMark(now)),
      [' GMT+9', ''],
    );
    assert.ok(!inZone('Asia/Tokyo').writesAs(inZone('Asia/Tokyo', 'en', now, false)));
  });

  it('names the zone of a time that the clock shows twice', () => {
    const at = Date.UTC(2026, 9, 25, 12);
    const berlin = inZone('Europe/Berlin', 'en', at);
    const [first, second] = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)];
    assert.deepEqual(
      [first, second].map((time) => plain(berlin.clockTime(time))),
      ['02:30 GMT+2', '02:30 GMT+1'],
    );
    assert.equal(plain(berlin.timeSpan(first, second)), '02:30 GMT+2–02:30 GMT+1');
    assert.match(plain(berlin.dateSpan(first, second)), /02:30 GMT\+2 – .*02:30 GMT\+1$/);
    assert.equal(berlin.clockTime(second + 3_600_000), '03:30');
  });

  it('writes whole days without times, and the year of another one', () => {
    const day = 24 * 3_600_000;
    const monday = Date.UTC(2026, 10, 16);
    const spans = [
      [monday, monday + day],
      [monday, monday + 3 * day],
      [monday, monday + day / 2],
      [monday - 365 * day, monday - 364 * day],
    ] as const;
    assert.deepEqual(
      spans.map(([from, to]) => plain(format.dateSpan(from, to))),
      ['Mon, Nov 16', 'Mon, Nov 16 – Wed, Nov 18', 'Mon, Nov 16, 00:00 – 12:00', 'Sun, Nov 16, 2025'],
    );
    // The day begins at one o'clock, and ends at midnight.
    const cairo = inZone('Africa/Cairo', 'en', Date.UTC(2026, 3, 25));
    assert.equal(cairo.dateSpan(Date.UTC(2026, 3, 23, 22), Date.UTC(2026, 3, 24, 21)), 'Fri, Apr 24');
  });
});

describe('A short time', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const format = new Format({ locale: 'en', times: 'utc', now: () => now });
  const days = 86_400_000;

  it('has the weekday within six days, and the date where weekdays mislead', () => {
    assert.equal(format.shortTime(now - 3_600_000), '11:00');
    assert.equal(format.shortTime(now - 5 * days), 'Tue 12:00');
    assert.equal(format.shortTime(now - 7 * days), 'Nov 15, 12:00');
    assert.equal(format.shortTime(now - 400 * days), 'Oct 18, 2025, 12:00');
  });

  it('always has the date in a dated format, for saved rooms', () => {
    const dated = new Format({ locale: 'en', times: 'utc', now: () => now, dated: true });
    assert.equal(dated.shortTime(now - 3_600_000), 'Nov 22, 11:00');
  });

  it('has the date past midnight in the texts about one call, and only there', () => {
    const [start, end] = [Date.UTC(2026, 10, 21, 23, 30), Date.UTC(2026, 10, 22, 0, 40)];
    const call = format.withDatesAfter({ start, end });
    assert.equal(call.clockTime(start), '23:30');
    assert.equal(call.clockTime(end), 'Nov 22, 00:40');
    assert.equal(format.clockTime(end), '00:40');
    assert.equal(format.withDatesAfter({ start: end, end: now }), format, 'one day needs no other format');
    assert.equal(format.withDatesAfter(undefined), format);
  });
});
