import assert from 'node:assert/strict';
import { parseSavedRoom } from '../../../../src/export/savedRoom/parseSavedRoom.ts';
import { type SavedRoom, serializeSavedRoom } from '../../../../src/export/savedRoom/savedRoom.ts';
import { type JsonObject, parseJson } from '../../../../src/insights/core/json.ts';
import { bytes, saved } from './savedSample.ts';

describe('A saved room', () => {
  it('is read again as it was written, field by field', () => {
    assert.deepEqual(parseSavedRoom(bytes(serializeSavedRoom(saved))), saved);
  });

  it('keeps numbers as Twilio sent them, and fields that nobody knows', () => {
    const text =
      '{"room_sid":"RM' +
      '0'.repeat(32) +
      '","duration_sec":9223372036854775807,"a":1.0,"__proto__":{"b":-0}}';
    const room = parseJson(text) as JsonObject;
    const again = parseSavedRoom(bytes(serializeSavedRoom({ ...saved, room, participants: [room] })));
    assert.equal(JSON.stringify(again.room), text);
    assert.equal(JSON.stringify(again.participants), `[${text}]`);
  });

  it('may be incomplete, and of the sample rooms', () => {
    const partial: SavedRoom = {
      ...saved,
      source: { account: null, origin: null },
      complete: false,
      unreadable: 3,
      participants: [],
    };
    assert.deepEqual(parseSavedRoom(bytes(serializeSavedRoom(partial))), partial);
  });
});
