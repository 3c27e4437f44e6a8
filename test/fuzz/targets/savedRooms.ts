import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSavedRoom } from '../../../src/export/savedRoom/parseSavedRoom.ts';
import { type SavedRoom, serializeSavedRoom } from '../../../src/export/savedRoom/savedRoom.ts';
import { SavedRoomError } from '../../../src/export/savedRoom/savedRoomError.ts';
import { anything, sidLike } from '../arbitrary.ts';
import type { Target } from '../target.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (content: Uint8Array): SavedRoom | undefined => {
  try {
    return parseSavedRoom(content);
  } catch (error) {
    assert.ok(error instanceof SavedRoomError, String(error));
    return undefined;
  }
};

const whole = {
  ...{ format: 'video-room', version: 1, savedAt: '2026-11-25T12:00:00.000Z' },
  ...{ source: { account: null, origin: null }, complete: true, unreadable: 0 },
  ...{ room: { room_sid: `RM${'0'.repeat(32)}` }, participants: [] },
};
const part = fc.oneof(
  anything,
  fc.record({ room_sid: fc.oneof(sidLike, anything) }),
  fc.record({ account: fc.oneof(sidLike, anything), origin: anything }),
);
const changed = fc
  .dictionary(fc.constantFrom(...Object.keys(whole), 'video', '__proto__', 'x'), part, { maxKeys: 3 })
  .map((change) => JSON.stringify({ ...whole, ...change }));
const cut = fc
  .tuple(fc.constant(JSON.stringify(whole)), fc.nat({ max: 300 }))
  .map(([text, at]) => text.slice(0, at));

export const savedRoomTargets: readonly Target[] = [
  {
    name: 'files of saved rooms',
    property: fc.property(fc.oneof(changed, cut, fc.json()), (text) => {
      const saved = read(bytes(text));
      if (saved) assert.deepEqual(read(bytes(serializeSavedRoom(saved))), saved);
    }),
  },
  {
    name: 'files that are no text',
    property: fc.property(fc.uint8Array({ maxLength: 100 }), (content) => {
      assert.equal(read(content), undefined);
    }),
  },
];
