import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseOrigin } from '../../../src/insights/core/origin.ts';
import { findRoomSid, isRoomSid } from '../../../src/insights/core/sid.ts';
import { validateRoomSid } from '../../../src/rooms/sids/validateRoomSid.ts';
import { parseTimeRange } from '../../../src/rooms/window/parseTimeRange.ts';
import { Format } from '../../../src/text/format.ts';
import { sidLike, textOf } from '../arbitrary.ts';
import type { Target } from '../target.ts';

const number = fc.oneof(
  fc.nat({ max: 99 }).map(String),
  fc.nat({ max: 99 }).map((n) => String(n).padStart(2, '0')),
  fc.nat({ max: 99_999 }).map(String),
);
const day = fc.oneof(
  fc.constantFrom('today', 'yesterday', 'mon', 'Sunday', 'now', '2026-02-30', '0000-00-00', '+275760-09-13'),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
);
const clock = fc.tuple(number, number).map(([hours, minutes]) => `${hours}:${minutes}`);
const instant = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
const range = fc.oneof(
  textOf(
    number,
    day,
    clock,
    instant,
    '–',
    ' - ',
    '-',
    '/',
    ' to ',
    'last ',
    'since ',
    'and ',
    'h',
    'd',
    'w',
    'pm',
    'Uhr',
    '午後',
    '時',
    '日',
    '.',
    ' a ',
    'Fri ',
    'T',
    'Z',
  ),
  fc
    .tuple(day, clock, fc.constantFrom('–', ' - ', '/', ' to '), clock)
    .map(([a, b, c, e]) => `${a} ${b}${c}${e}`),
  fc.tuple(instant, fc.constantFrom('/', '–', '..'), instant).map((parts) => parts.join('')),
);
const zones = ['UTC', 'Africa/Cairo', 'America/Havana', 'Australia/Lord_Howe'];
const locales = ['en', 'de', 'es', 'ja', 'pt-BR'];

export const typedTargets: readonly Target[] = [
  {
    name: 'SIDs in text',
    property: fc.property(textOf(sidLike, '/', '?', '"', 'RM', '_'), (text) => {
      const found = findRoomSid(text);
      assert.ok(
        found === undefined || (isRoomSid(found) && text.toLowerCase().includes(found.toLowerCase())),
      );
      if (isRoomSid(text)) assert.equal(found, text);
    }),
  },
  {
    name: 'SIDs as they are typed',
    property: fc.property(fc.oneof(sidLike, textOf(sidLike, 'RM')), (typed) => {
      const problem = validateRoomSid(typed);
      const trimmed = typed.trim();
      const fine = isRoomSid(trimmed.slice(0, 2).toUpperCase() + trimmed.slice(2).toLowerCase());
      assert.equal(problem === undefined, fine, problem);
      assert.ok((problem ?? '-').length > 0 && (problem ?? '').length < 300);
    }),
  },
  {
    name: 'ranges of time',
    property: fc.property(
      range,
      fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
      fc.constantFrom(...zones),
      fc.constantFrom(...locales),
      (text, now, timeZone, locale) => {
        const format = new Format({ locale, times: 'local', timeZone, now: () => now.getTime() });
        const parsed = parseTimeRange(text, format);
        if ('problem' in parsed) assert.ok(parsed.problem.length > 0);
        const ranges = 'problem' in parsed ? (parsed.readings ?? []) : [parsed];
        assert.notEqual('problem' in parsed && ranges.length, 1);
        for (const read of ranges) {
          assert.ok(read.after < read.before, `${read.after} to ${read.before}`);
          assert.ok(read.before <= now.getTime());
          assert.ok(
            new Date(read.after).toISOString() < new Date(read.before).toISOString() || read.after < 0,
          );
        }
      },
    ),
  },
  {
    name: 'addresses of the API',
    property: fc.property(
      textOf(
        'https://',
        'http://',
        'insights.twilio.com',
        '127.0.0.1',
        'localhost',
        '[::1]',
        '@',
        ':8080',
        '/',
        '\\',
        '.',
      ),
      (address) => {
        const origin = parseOrigin(address);
        if (origin === undefined) return;
        const { protocol, hostname } = new URL(origin);
        const here = ['localhost', '[::1]'].includes(hostname) || hostname.startsWith('127.');
        assert.ok(protocol === 'https:' || (protocol === 'http:' && here), origin);
      },
    ),
  },
];
