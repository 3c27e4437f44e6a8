import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf } from '../../../../src/rooms/window/calendar.ts';
import { parseTimeRange } from '../../../../src/rooms/window/parseTimeRange.ts';
import { zoneOf } from '../../../../src/text/timeZone.ts';
import { day, formatAt, hour, now, timesIn, zoneNames } from './zones.ts';

const minute = 60_000;
const howTo = 'Write it like “yesterday 14:00–16:00”, “Mon 9–11”, “last 6 h” or “2026-11-20 14:00/16:00”.';
const future = 'This range has not begun yet.';
const noDate = 'There is no such date.';

interface Where {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly at?: number;
}

/** The range that a text means, in minutes of UTC; else the problem, and the ranges that it may mean. */
function read(text: string, { at = now, ...where }: Where = {}): string {
  const range = parseTimeRange(text, formatAt(at, where));
  const iso = (time: number) => new Date(time).toISOString().slice(0, 16);
  const put = ({ after, before }: { after: number; before: number }) => `${iso(after)} ${iso(before)}`;
  if (!('problem' in range)) return put(range);
  return range.readings ? range.readings.map(put).join(' or ') : range.problem;
}

function reads(table: readonly (readonly [text: string, range: string])[], where: Where = {}): void {
  for (const [text, range] of table) assert.equal(read(text, where), range, text);
}

const afternoon = '2026-11-19T14:00 2026-11-19T16:00';
const night = '2026-11-19T22:00 2026-11-20T02:00';
const morning = '2026-11-20T09:00 2026-11-20T11:00';
const monday = '2026-11-16T09:00 2026-11-16T11:00';
const yesterday = '2026-11-19T00:00 2026-11-20T00:00';
const two = '2026-11-19T14:00 2026-11-19T15:00';
const sixHours = '2026-11-20T06:00 2026-11-20T12:00';
const the18th = '2026-11-18T00:00 2026-11-19T00:00';
/** Friday of last week. */
const friday13 = '2026-11-13T00:00 2026-11-14T00:00';

describe('A range of time as people write it', () => {
  it('is read in English', () => {
    reads([
      ['yesterday 14:00–16:00', afternoon],
      ['yesterday 20:00–24:00', '2026-11-19T20:00 2026-11-20T00:00'],
      ['yesterday 14-16', afternoon],
      ['14:00–16:00 yesterday', afternoon],
      ['Yesterday', yesterday],
      ['today', '2026-11-20T00:00 2026-11-20T12:00'],
      ['the day before yesterday', the18th],
      ['9–11', morning],
      ['Mon 9–11', monday],
      ['9–11 Monday', monday],
      ['Monday, 9:00 - 11:00', monday],
      ['on Monday from 9 to 11', monday],
      ['monday', '2026-11-16T00:00 2026-11-17T00:00'],
      ['Mon–Wed', '2026-11-16T00:00 2026-11-19T00:00'],
      ['fri 9-10', '2026-11-20T09:00 2026-11-20T10:00'],
      ['last Friday', friday13],
      ['14:00', two],
      ['last 6 h', sixHours],
      ['6h', sixHours],
      ['last 6 hours', sixHours],
      ['30 min', '2026-11-20T11:30 2026-11-20T12:00'],
      ['last hour', '2026-11-20T11:00 2026-11-20T12:00'],
      ['1.5 h', '2026-11-20T10:30 2026-11-20T12:00'],
      ['past 2 days', '2026-11-18T12:00 2026-11-20T12:00'],
      ['since 9:00', '2026-11-20T09:00 2026-11-20T12:00'],
      ['since yesterday', '2026-11-19T00:00 2026-11-20T12:00'],
      ['between 9:00 and 11:00', morning],
      ['from yesterday 10:00 to now', '2026-11-19T10:00 2026-11-20T12:00'],
      ['yesterday 22:00–2:00', night],
      ['18 Nov', the18th],
      ['Nov 18', the18th],
      ['November 18th, 2026', the18th],
      ['Wednesday, November 18', the18th],
      ['the 18th', the18th],
      ['Nov 17–18', '2026-11-17T00:00 2026-11-19T00:00'],
      ['17–18 Nov', '2026-11-17T00:00 2026-11-19T00:00'],
      ['Nov 18 14:00–16:00', '2026-11-18T14:00 2026-11-18T16:00'],
      ['18/11', the18th],
      ['11/18', the18th],
    ]);
  });

  it('is read with twelve hours', () => {
    reads([
      ['yesterday 2pm–4pm', afternoon],
      ['yesterday 2–4pm', afternoon],
      ['yesterday 2 p.m. to 4 p.m.', afternoon],
      ['yesterday 2pm-4', afternoon],
      ['yesterday 2:00 PM – 4:00 PM', afternoon],
      ['yesterday 11–1pm', '2026-11-19T11:00 2026-11-19T13:00'],
      ['yesterday 11am–1', '2026-11-19T11:00 2026-11-19T13:00'],
      ['yesterday 10pm–2am', night],
      ['yesterday 10–2am', night],
      ['yesterday 12am–12pm', '2026-11-19T00:00 2026-11-19T12:00'],
      ['yesterday noon–2pm', '2026-11-19T12:00 2026-11-19T14:00'],
      ['yesterday 10pm–midnight', '2026-11-19T22:00 2026-11-20T00:00'],
      ['2pm', two],
      ['yesterday 2 in the afternoon', two],
      ['13pm', howTo],
      ['0am', howTo],
    ]);
  });

  it('is read as ISO 8601', () => {
    reads([
      ['2026-11-18', the18th],
      ['2026-11-18 to 2026-11-19', '2026-11-18T00:00 2026-11-20T00:00'],
      ['2026-11-18/2026-11-19', '2026-11-18T00:00 2026-11-20T00:00'],
      ['2026-11-18/19', '2026-11-18T00:00 2026-11-20T00:00'],
      ['2026-11-18 14:00/16:00', '2026-11-18T14:00 2026-11-18T16:00'],
      ['2026-11-18T14:00:00Z/2026-11-18T15:30:00Z', '2026-11-18T14:00 2026-11-18T15:30'],
      ['2026-11-18T14:00+02:00..2026-11-18T15:00+02:00', '2026-11-18T12:00 2026-11-18T13:00'],
      ['2026-11-18T14:00-05:00', '2026-11-18T19:00 2026-11-18T20:00'],
    ]);
    // The end is in the zone of the start, whatever zone the times are shown in.
    reads(
      [
        ['2026-11-18T14:00Z/16:00', '2026-11-18T14:00 2026-11-18T16:00'],
        ['2026-11-18T22:00Z/02:00', '2026-11-18T22:00 2026-11-19T02:00'],
        ['2026-11-18T14:00+02:00/16:00', '2026-11-18T12:00 2026-11-18T14:00'],
        ['2026-11-18T14:00Z/2026-11-18T16:00', '2026-11-18T14:00 2026-11-18T16:00'],
        ['2026-11-18 14:00–16:00 UTC', '2026-11-18T14:00 2026-11-18T16:00'],
        ['2026-11-18 14:00–16:00 GMT+1', '2026-11-18T13:00 2026-11-18T15:00'],
        ['2026-11-18 14:00/16:00', '2026-11-18T05:00 2026-11-18T07:00'],
      ],
      { timeZone: 'Asia/Tokyo' },
    );
  });

  it('is read in German', () => {
    reads(
      [
        ['gestern 14:00–16:00', afternoon],
        ['gestern 14–16 Uhr', afternoon],
        ['gestern von 14 bis 16 Uhr', afternoon],
        ['gestern 14.00–16.00 Uhr', afternoon],
        ['gestern 2–4 Uhr nachmittags', afternoon],
        ['gestern 22–2 Uhr', night],
        ['gestern 22 Uhr bis 2 Uhr', night],
        ['zwischen 9 und 11 Uhr', morning],
        ['14 Uhr', two],
        ['14h30', '2026-11-19T14:30 2026-11-19T15:30'],
        ['Mo 9–11', monday],
        ['Montag, 9–11 Uhr', monday],
        ['Fr., 13. Nov.', friday13],
        ['letzten Freitag', friday13],
        ['vorgestern', the18th],
        ['18.11.', the18th],
        ['18.11.2026', the18th],
        ['18. November', the18th],
        ['am 18. November', the18th],
        ['17.–18.11.', '2026-11-17T00:00 2026-11-19T00:00'],
        ['11/12', '2025-12-11T00:00 2025-12-12T00:00'],
        ['18.11. 14–16 Uhr', '2026-11-18T14:00 2026-11-18T16:00'],
        ['letzte 6 Stunden', sixHours],
        ['6 Std.', sixHours],
        ['6 h', sixHours],
        ['die letzten 2 Tage', '2026-11-18T12:00 2026-11-20T12:00'],
        ['seit gestern', '2026-11-19T00:00 2026-11-20T12:00'],
        ['ab 9 Uhr', '2026-11-20T09:00 2026-11-20T12:00'],
        ['heute 9 Uhr bis jetzt', '2026-11-20T09:00 2026-11-20T12:00'],
        ['yesterday 2–4pm', afternoon],
        ['30.02.', noDate],
        ['11/18', noDate],
      ],
      { locale: 'de' },
    );
  });

  it('is read in Spanish', () => {
    reads(
      [
        ['ayer 14:00–16:00', afternoon],
        ['ayer de 14 a 16', afternoon],
        ['ayer de las 14 a las 16', afternoon],
        ['ayer 2 p. m.–4 p. m.', afternoon],
        ['ayer de 2 a 4 de la tarde', afternoon],
        ['ayer 22h–2h', night],
        ['ayer de las 10 de la noche a las 2 de la mañana', night],
        ['entre las 9 y las 11', morning],
        ['14h', two],
        ['lun 9–11', monday],
        ['mié', the18th],
        ['miercoles', the18th],
        ['mar 9–11', '2026-11-17T09:00 2026-11-17T11:00'],
        ['anteayer', the18th],
        ['18/11', the18th],
        ['el 18 de noviembre', the18th],
        ['11/12', '2025-12-11T00:00 2025-12-12T00:00'],
        ['últimas 6 horas', sixHours],
        ['últimas 6 h', sixHours],
        ['desde ayer', '2026-11-19T00:00 2026-11-20T12:00'],
        ['desde las 9', '2026-11-20T09:00 2026-11-20T12:00'],
        ['30/02/2026', noDate],
      ],
      { locale: 'es' },
    );
  });

  it('is read in Portuguese', () => {
    reads(
      [
        ['ontem 14:00–16:00', afternoon],
        ['ontem 14h–16h', afternoon],
        ['ontem das 14h às 16h', afternoon],
        ['ontem de 2 a 4 da tarde', afternoon],
        ['ontem 22h–2h', night],
        ['ontem 22h até 2h', night],
        ['entre 9h e 11h', morning],
        ['14h', two],
        ['às 14h', two],
        ['14h30', '2026-11-19T14:30 2026-11-19T15:30'],
        ['24h', '2026-11-19T12:00 2026-11-20T12:00'],
        ['seg 9–11', monday],
        ['segunda-feira das 9h às 11h', monday],
        ['terça feira', '2026-11-17T00:00 2026-11-18T00:00'],
        ['anteontem', the18th],
        ['18/11', the18th],
        ['18 de novembro', the18th],
        ['dia 18', the18th],
        ['11/12', '2025-12-11T00:00 2025-12-12T00:00'],
        ['últimas 6 h', sixHours],
        ['desde ontem', '2026-11-19T00:00 2026-11-20T12:00'],
        ['30/02', noDate],
      ],
      { locale: 'pt-BR' },
    );
  });

  it('is read in Japanese', () => {
    reads(
      [
        ['昨日 14:00–16:00', afternoon],
        ['昨日14時～16時', afternoon],
        ['昨日の14時から16時まで', afternoon],
        ['昨日 午後2時～4時', afternoon],
        ['昨日１４：００〜１６：００', afternoon],
        ['昨日22時～2時', night],
        ['昨日 午後10時から午前2時', night],
        ['午後2時', two],
        ['午後2時半', '2026-11-19T14:30 2026-11-19T15:30'],
        ['午前0時～午前2時', '2026-11-20T00:00 2026-11-20T02:00'],
        ['月曜 9–11', monday],
        ['月曜日の9時から11時', monday],
        ['一昨日', the18th],
        ['11月18日', the18th],
        ['11月18日(水)', the18th],
        ['2026年11月18日', the18th],
        ['2026/11/18', the18th],
        ['11/12', '2026-11-12T00:00 2026-11-13T00:00'],
        ['過去6時間', sixHours],
        ['6時間', sixHours],
        ['9時以降', '2026-11-20T09:00 2026-11-20T12:00'],
        ['昨日から', '2026-11-19T00:00 2026-11-20T12:00'],
        ['2月30日', noDate],
        ['11月18日(木)', noDate],
      ],
      { locale: 'ja' },
    );
  });

  it('ends now at the latest', () => {
    assert.equal(read('11:00–18:00'), '2026-11-20T11:00 2026-11-20T12:00');
  });

  it('is asked for where it can be read in two ways', () => {
    const [nov12, dec11] = ['2026-11-12T00:00 2026-11-13T00:00', '2025-12-11T00:00 2025-12-12T00:00'];
    const at = Date.UTC(2026, 10, 25, 12);
    const [the20th, lastFriday8pm] = [
      '2026-11-20T00:00 2026-11-21T00:00',
      '2026-11-20T20:00 2026-11-20T21:00',
    ];
    assert.equal(read('11/12'), `${nov12} or ${dec11}`);
    assert.equal(read('11/12/2025'), `2025-11-12T00:00 2025-11-13T00:00 or ${dec11}`);
    assert.equal(read('11/11'), '2026-11-11T00:00 2026-11-12T00:00');
    assert.equal(read('11/12', { locale: 'en-US' }), nov12);
    assert.equal(read('11/12', { locale: 'en-GB' }), dec11);
    for (const [text, locale] of [
      ['Friday 20', 'en'],
      ['Freitag 20', 'de'],
      ['viernes 20', 'es'],
      ['sexta 20', 'pt-BR'],
    ] as const)
      assert.equal(read(text, { locale, at }), `${the20th} or ${lastFriday8pm}`, text);
    for (const [text, locale] of [
      ['Friday 20th', 'en'],
      ['Freitag, 20.', 'de'],
      ['金曜日 20日', 'ja'],
    ] as const)
      assert.equal(read(text, { locale, at }), the20th, text);
    assert.equal(read('Friday 20:00', { at }), lastFriday8pm);
    // 20:00 is still to come.
    assert.equal(read('Friday 20'), '2026-11-20T00:00 2026-11-20T12:00');
    for (const locale of ['es', 'pt-BR'])
      assert.equal(read('6 h', { locale }), `${sixHours} or 2026-11-20T06:00 2026-11-20T07:00`, locale);
    assert.equal(
      read('2026-11-18 14:00-05:00'),
      '2026-11-18T19:00 2026-11-18T20:00 or 2026-11-18T14:00 2026-11-19T05:00',
    );
    const asked = parseTimeRange('11/12', formatAt(now));
    assert.ok('problem' in asked);
    assert.equal(asked.problem, '“11/12” can be Thu, Nov 12 or Thu, Dec 11, 2025.');
  });

  it('says what is wrong with it', () => {
    assert.equal(read('2026-12-01'), future);
    assert.equal(read('2026-11-19 to 2026-11-17'), 'This range ends before it begins.');
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '30 Feb',
      '31/11',
      '2026-11-31 9:00',
      'Monday, Nov 18',
      'Sat 20th',
    ])
      assert.equal(read(text), noDate, text);
    for (const text of [
      '',
      'whenever',
      '25:00',
      'yesterday 20:00–24:30',
      '24:00:01',
      '10:61',
      '9–10–11',
      '–',
      'last week',
      '1999-01-01',
      '9'.repeat(1000),
    ])
      assert.equal(read(text), howTo, text);
  });

  it('is one of a given day if it has none', () => {
    const format = formatAt(now);
    for (const text of ['14:00–16:00', '2pm-4pm', '14–16'])
      assert.deepEqual(
        parseTimeRange(text, format, Date.UTC(2026, 10, 17, 3)),
        { after: Date.UTC(2026, 10, 17, 14), before: Date.UTC(2026, 10, 17, 16) },
        text,
      );
    assert.deepEqual(parseTimeRange('yesterday', format, Date.UTC(2026, 10, 17)), {
      after: Date.UTC(2026, 10, 19),
      before: Date.UTC(2026, 10, 20),
    });
  });

  it('means what the clock on the wall shows, also when it is put forward or back', () => {
    const spring = { timeZone: 'Europe/Berlin', at: Date.UTC(2026, 2, 30, 12) };
    assert.equal(read('yesterday 0:00–4:00', spring), '2026-03-28T23:00 2026-03-29T02:00');
    assert.equal(read('yesterday', spring), '2026-03-28T23:00 2026-03-29T22:00');
    assert.equal(read('yesterday 2:00–2:30', spring), 'Clocks were put forward then and skipped this time.');
    const autumn = { timeZone: 'Europe/Berlin', at: Date.UTC(2026, 9, 26, 12) };
    assert.equal(read('yesterday', autumn), '2026-10-24T22:00 2026-10-25T23:00');
    assert.equal(read('yesterday 8:00–9:00', autumn), '2026-10-25T07:00 2026-10-25T08:00');
    assert.equal(read('yesterday 1:00–2:00', autumn), '2026-10-24T23:00 2026-10-25T00:00');
    // Twice from two to three.
    assert.equal(read('yesterday 2:00–3:00', autumn), '2026-10-25T00:00 2026-10-25T02:00');
    const cairo = { timeZone: 'Africa/Cairo', at: Date.UTC(2026, 3, 25, 9) };
    assert.equal(read('yesterday 14:00–16:00', cairo), '2026-04-24T11:00 2026-04-24T13:00');
    assert.equal(read('yesterday', cairo), '2026-04-23T22:00 2026-04-24T21:00');
  });

  for (const timeZone of zoneNames) {
    it(`is the day, or the hours that the clock shows, on every day in ${timeZone}`, () => {
      const shown = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
      fc.assert(
        fc.property(timesIn(timeZone), fc.integer({ min: 0, max: 22 }), (at, hours) => {
          const format = formatAt(at + 2 * day, { timeZone });
          const date = shown.format(at).slice(0, 10);
          const whole = parseTimeRange(date, format);
          assert.ok(!('problem' in whole), date);
          const zone = zoneOf(timeZone);
          assert.deepEqual(whole, { after: dayOf(at, zone), before: dayOf(at, zone, 1) });
          const hour = parseTimeRange(`${date} ${hours}:00–${hours + 1}:00`, format);
          if ('problem' in hour) return;
          // Exactly the minutes that begin with this hour.
          for (let time = whole.after; time < whole.before; time += 15 * minute) {
            const inside = time >= hour.after && time < hour.before;
            const shows = Number(shown.format(time).slice(11, 13));
            if (shows === hours) assert.ok(inside, shown.format(time));
            else if (inside) assert.equal(shows, hours);
          }
        }),
        { numRuns: 100 },
      );
    });
  }

  it('is read as it is shown, in every language', () => {
    const length = fc.integer({ min: 1, max: 4 * 24 * 4 });
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'de', 'es', 'ja', 'pt-BR'),
        fc.integer({ min: 0, max: 7 * 24 * 4 }),
        length,
        (locale, ago, quarters) => {
          const before = now - ago * 15 * minute;
          const range = { after: before - quarters * 15 * minute, before };
          const format = formatAt(now, { locale });
          assert.deepEqual(parseTimeRange(format.dateSpan(range.after, before), format), range);
        },
      ),
    );
    assert.equal(hour, 4 * 15 * minute);
  });
});
