import assert from 'node:assert/strict';
import { decode } from '../../../../src/insights/network/bodyText.ts';

describe('the text of a body', () => {
  it('is without the mark that some servers put before it, and never with invalid bytes', () => {
    const bytes = (...values: number[]) => Uint8Array.from(values);
    assert.equal(decode([bytes(0xef, 0xbb), bytes(0xbf, 0x7b), bytes(0x7d)]).join(''), '{}');
    assert.equal(decode([bytes(0xc3), bytes(0x81)]).join(''), 'Á');
    assert.equal(decode([]).join(''), '');
    assert.throws(() => decode([bytes(0x7b, 0xff)]), TypeError);
    assert.throws(() => decode([bytes(0xc3)]), TypeError);
    assert.throws(() => decode([bytes(0xc3), bytes(0x41)]), TypeError);
  });
});
