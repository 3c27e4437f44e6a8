import assert from 'node:assert/strict';
import { parseJson } from '../../../../src/insights/core/json.ts';
import { Room } from '../../../../src/insights/resources/room.ts';

describe('parseJson', () => {
  it('gives fractions and odd spellings of numbers back as they were written, and reads them as numbers', () => {
    const text = '{"duration_sec":90.0,"a":[-0,1.50,1e400,0.1234567890123456789],"t":"10:02:33.5"}';
    const parsed = parseJson(text);
    assert.equal(JSON.stringify(parsed), text);
    assert.equal(new Room(parsed as Record<string, unknown>).read('duration_sec'), 90);
  });

  it('gives an integer too long for a double back as it was written', () => {
    const text = '{"a":9223372036854775807,"b":[-12345678901234567890],"c":12.5,"d":9007199254740991}';
    assert.equal(JSON.stringify(parseJson(text)), text);
  });

  it('does as JSON.parse does otherwise', () => {
    const text = '{"a":1,"b":"9223372036854775807","c":null}';
    assert.deepEqual(parseJson(text), JSON.parse(text));
    assert.throws(() => parseJson('{"a":9223372036854775807'), SyntaxError);
    assert.throws(() => parseJson('<html>'), SyntaxError);
  });
});
