import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spreadsheetDigits, spreadsheetText } from '../../../../src/export/list/spreadsheetText.ts';

/** The text that a spreadsheet shows of a cell with `="…"`. */
const shown = (cell: string) => /^="((?:[^"]|"")*)"$/.exec(cell)?.[1]?.replaceAll('""', '"');

describe('Text in a spreadsheet', () => {
  for (const text of [
    ...[
      '007',
      '0049170',
      '42',
      '-1',
      '+49 170 12',
      '1,5',
      '1.000',
      '1 000,5',
      '１２',
      ' 5 ',
      '(5)',
      '12%',
      '1/2',
      '12 1/2',
    ],
    ...[
      '1E5',
      '1e-5',
      '12345E10',
      '2026-11-29',
      '29.11.2026',
      '11/12',
      '3-4',
      '10:30',
      '10:30 PM',
      '1:2:3',
      '2026/1/2 3:04',
    ],
    ...[
      'MARCH1',
      'SEPT2',
      'Dec-1',
      'Mar 5',
      '5 May',
      '12. März',
      '3 févr. 2026',
      '5 de marzo de 2026',
      '1 ağustos',
    ],
    ...[
      '2026年1月2日',
      '午後3時',
      '$5',
      '5 €',
      'R$ 5',
      '5 kr',
      'EUR 12',
      'TRUE',
      'false',
      'WAHR',
      'Verdadero',
      '#N/A',
    ],
    ...['=1+1', '=HYPERLINK("http://x","y")', '@SUM(1)', '-cmd', '＝1'],
  ])
    it(`stays “${text}”`, () => assert.equal(shown(spreadsheetText(text)), text));

  for (const text of [
    ...[
      '',
      'daily',
      'Room 5',
      'room-5',
      'standup-42',
      'Team 2',
      'H264',
      'VP8 opus',
      'us1',
      'e5',
      '5 people',
      'v1.2',
      'May',
      'E',
    ],
    ...[
      'https://example.com/1',
      'RM0123456789abcdef0123456789abcdef',
      'completed',
      'in_progress',
      'a@b.com',
      '2_5',
      'not true',
    ],
    '2026-11-25T08:00:00.000Z of a call',
  ])
    it(`is left as it is: “${text}”`, () => assert.equal(spreadsheetText(text), text));

  it('has an apostrophe where a formula cannot hold it', () => {
    assert.equal(spreadsheetText(`=${'x'.repeat(300)}`), `'=${'x'.repeat(300)}`);
    assert.equal(spreadsheetText('\t=1'), "'\t=1");
    assert.equal(spreadsheetText('1'.repeat(300)), `'${'1'.repeat(300)}`);
  });

  it('keeps the digits of a number that spreadsheets would round', () => {
    assert.equal(spreadsheetDigits('123456789012345'), '123456789012345');
    assert.equal(shown(spreadsheetDigits('1234567890123456')), '1234567890123456');
  });

  it('is never a number or a formula, whatever it is made of', () => {
    const pieces = fc.array(fc.constantFrom(...'0159eE+-./: ,%$"=@ab'), { maxLength: 10 });
    fc.assert(
      fc.property(
        pieces.map((all) => all.join('')),
        (text) => {
          const cell = spreadsheetText(text);
          assert.equal(shown(cell) ?? cell, text);
          if (shown(cell) === undefined && text !== '') {
            assert.doesNotMatch(cell, /^[=+\-@]/);
            assert.ok(!/\d/.test(cell) || Number.isNaN(Number(cell.replaceAll(',', ''))), cell);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
