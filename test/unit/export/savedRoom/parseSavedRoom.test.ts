import assert from 'node:assert/strict';
import { parseSavedRoom } from '../../../../src/export/savedRoom/parseSavedRoom.ts';
import { maxSavedBytes, serializeSavedRoom } from '../../../../src/export/savedRoom/savedRoom.ts';
import {
  explainSavedRoom,
  SavedRoomError,
  type SavedRoomProblem,
} from '../../../../src/export/savedRoom/savedRoomError.ts';
import { bytes, saved } from './savedSample.ts';

const changed = (change: object) =>
  bytes(JSON.stringify({ ...JSON.parse(serializeSavedRoom(saved)), ...change }));

function problemOf(content: Uint8Array): SavedRoomProblem {
  try {
    parseSavedRoom(content);
  } catch (error) {
    assert.ok(error instanceof SavedRoomError, String(error));
    const { title, detail } = explainSavedRoom(error);
    assert.ok(title.length > 0 && detail.length > 0);
    return error.kind;
  }
  return assert.fail('The file was read.');
}

describe('A saved room', () => {
  it('is read with the mark that some editors put before UTF-8', () => {
    assert.deepEqual(parseSavedRoom(bytes(`\uFEFF${serializeSavedRoom(saved)}`)), saved);
  });

  it('says that a file was made by a newer version, whatever else is in it', () => {
    assert.equal(problemOf(changed({ version: 2, room: 'elsewhere' })), 'newer');
  });

  it('says that a file ends too early, at whatever place', () => {
    const text = serializeSavedRoom(saved);
    for (let length = 60; length < text.length - 2; length += 997) {
      assert.equal(problemOf(bytes(text.slice(0, length))), 'damaged', `${length} characters`);
    }
  });

  for (const [name, change] of Object.entries({
    'without its room': { room: undefined },
    'whose room is a list': { room: [] },
    'whose room has no SID': { room: { room_name: 'x' } },
    'whose room has another kind of SID': { room: { room_sid: `PA${'0'.repeat(32)}` } },
    'with a participant that is text': { participants: ['Alice'] },
    'whose time is none': { savedAt: 'yesterday' },
    'of an account that is none': { source: { account: 'SECRET', origin: null } },
    'that is missing in part': { missing: 'partly' },
    'that counts below nothing': { unreadable: -1 },
  })) {
    it(`is damaged ${name}`, () => assert.equal(problemOf(changed(change)), 'damaged'));
  }

  it('is damaged where it is nested to break what reads it', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const file = serializeSavedRoom(saved).replace('"room_name"', `"deep":${deep},"room_name"`);
    assert.equal(problemOf(bytes(file)), 'damaged');
    assert.equal(problemOf(bytes(file.replace('"room_name"', '"long": 1.0, "room_name"'))), 'damaged');
  });

  for (const [kind, contents] of Object.entries({
    empty: ['', ' \n'],
    notJson: ['hello', '<html>', '{"room":', '\u0000\u0001'],
    otherFormat: [
      '{}',
      '[]',
      'null',
      '"video-room"',
      '{"format":"video-room"}',
      '{"format":"x","version":1}',
    ],
  })) {
    it(`is told from what is ${kind}`, () => {
      for (const content of contents) assert.equal(problemOf(bytes(content)), kind, content);
    });
  }

  it('is told from what is no text', () => {
    assert.equal(problemOf(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)), 'notJson');
  });

  it('is not read where it is larger than any room can be', () => {
    assert.equal(problemOf(new Uint8Array(maxSavedBytes + 1)), 'tooLarge');
    assert.equal(problemOf(changed({ participants: Array.from({ length: 50_001 }, () => ({})) })), 'damaged');
  });
});
