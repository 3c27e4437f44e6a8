import assert from 'node:assert/strict';
import { savedFileName } from '../../../../src/export/savedRoom/fileName.ts';
import { parseSavedRoom } from '../../../../src/export/savedRoom/parseSavedRoom.ts';
import {
  maxSavedBytes,
  type SavedRoom,
  serializeSavedRoom,
} from '../../../../src/export/savedRoom/savedRoom.ts';
import {
  explainSavedRoom,
  SavedRoomError,
  type SavedRoomProblem,
} from '../../../../src/export/savedRoom/savedRoomError.ts';
import { type JsonObject, parseJson } from '../../../../src/insights/core/json.ts';
import { participantOfVideo, roomOfVideo } from '../../../../src/insights/resources/fromVideoApi.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';
import { savedRoomStore } from '../../../../src/ui/documents/savedRoomStore.ts';

const savedAt = Date.UTC(2026, 10, 25, 12);
const world = new SampleWorld({ now: savedAt });
const position = world.positionOf(sampleRooms.dropped.sid) ?? -1;

const saved: SavedRoom = {
  savedAt,
  source: { account: world.accountSid, origin: 'https://insights.twilio.com' },
  complete: true,
  unreadable: 0,
  room: world.room(position),
  participants: world.participants(position),
};

const bytes = (text: string) => new TextEncoder().encode(text);
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
  it('is read again as it was written, field by field', () => {
    assert.deepEqual(parseSavedRoom(bytes(serializeSavedRoom(saved))), saved);
  });

  it('of the Video API alone is that again, and is copied as it was sent', async () => {
    const sid = `RM${'1'.repeat(32)}`;
    const room = roomOfVideo({ sid, status: 'in-progress', unique_name: 'standup' });
    const participant = participantOfVideo({
      sid: `PA${'2'.repeat(32)}`,
      identity: 'ada',
      state: 'connected',
    });
    const video = { room: room.sent, participants: [participant.sent] };
    const written = serializeSavedRoom({
      ...saved,
      room: room.json,
      participants: [participant.json],
      video,
    });
    const store = await savedRoomStore(parseSavedRoom(bytes(written)));
    const again = store.room(sid);
    assert.deepEqual([again?.source, again?.sent, again?.json], ['video', room.sent, room.json]);
    const [person] = store.participantsState(sid)?.participants ?? [];
    assert.deepEqual([person?.sent, person?.json], [participant.sent, participant.json]);
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

describe('The name of a saved room’s file', () => {
  const sid = `RM${'a'.repeat(32)}`;
  const named = (name: unknown) => savedFileName(new Room({ room_sid: sid, room_name: name }), savedAt);

  it('has the room’s name, its SID and the day', () => {
    assert.equal(named('support call'), `support call ${sid} 2026-11-25.video-room.json`);
    assert.equal(named(null), `${sid} 2026-11-25.video-room.json`);
  });

  it('leads to no other folder, and is a name on every system', () => {
    for (const hostile of [
      '../../etc/passwd',
      'C:\\Windows\\x',
      '.hidden',
      '...',
      'a\u0000b\nc',
      '\u202Egnp.exe',
      'x'.repeat(10_000),
      '😀'.repeat(200),
      'con:*?"<>|%2e%2e%2f',
      '-rf',
      ' '.repeat(9),
    ]) {
      const name = named(hostile);
      assert.match(name, new RegExp(`^(?![.\\s-]).*${sid} 2026-11-25\\.video-room\\.json$`, 'u'));
      assert.doesNotMatch(name, /[\p{Cc}\p{Cf}\\/:*?"<>|%]/u);
      assert.ok(new TextEncoder().encode(name).byteLength < 255, hostile);
      assert.ok(name.isWellFormed());
    }
  });
});
