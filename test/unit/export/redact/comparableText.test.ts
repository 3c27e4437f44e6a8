import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  comparableName,
  comparableText,
  mapComparableText,
} from '../../../../src/export/redact/comparableText.ts';
import { unmapped } from '../../../../src/export/redact/mappedText.ts';

const pieces = [
  'anna',
  'É',
  'e\u0301',
  '⑴',
  '︐',
  ' ',
  '_',
  '\u202e',
  '👩‍👩‍👧',
  'ß',
  '김',
  '\u1100\u1161',
  '½',
  '12',
  "'",
  '\r\n',
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })))
  .map((parts) => parts.join(''));

describe('A text that is compared with names', () => {
  it('has one space between its words, whatever stands there', () => {
    assert.equal(comparableName(' Anna-Léna  (O’Brien)_⑴ '), 'anna lena o brien 1');
  });

  it('is the same with and without positions', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: mapped, from } = mapComparableText(unmapped(text));
        assert.equal(mapped, comparableText(text));
        assert.equal(from.length, mapped.length + 1);
        assert.equal(from[mapped.length], text.length);
        for (let at = 0; at < mapped.length; at++) assert.ok((from[at] ?? 0) <= (from[at + 1] ?? 0));
      }),
      { numRuns: 2000 },
    );
  });
});
