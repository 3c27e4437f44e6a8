import assert from 'node:assert/strict';
import { Room } from '../../../src/insights/resources/room.ts';
import { Format } from '../../../src/text/format.ts';
import { roomHeadline, roomLine, roomRow, roomTitle } from '../../../src/text/roomText.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });
const at = (hour: number, minute = 0, day = 22) =>
  new Date(Date.UTC(2026, 10, day, hour, minute)).toISOString();
const hex = '0123456789abcdef'.repeat(2);

describe('A room in a line', () => {
  it('says when, how long and how many', () => {
    const room = { room_status: 'completed', create_time: at(10), end_time: at(10, 42), duration_sec: 2520 };
    assert.equal(
      roomLine(new Room({ ...room, unique_participants: 5 }), format),
      '10:00–10:42 · 42 min · 5 participants',
    );
    assert.equal(
      roomLine(new Room({ ...room, unique_participants: 1 }), format),
      '10:00–10:42 · 42 min · 1 participant',
    );
  });

  it('names the day unless it is today, and twice only if there are two', () => {
    const night = { room_status: 'completed', create_time: at(23, 30, 20), end_time: at(0, 30, 21) };
    assert.equal(roomLine(new Room(night), format), 'Fri 23:30–Sat 00:30 · 1 hr');
    const evening = { ...night, end_time: at(23, 45, 20) };
    assert.equal(roomLine(new Room(evening), format), 'Fri 23:30–23:45 · 15 min');
  });

  it('computes the duration of a live room until now and says so', () => {
    const room = new Room({
      room_status: 'in_progress',
      create_time: at(11, 18),
      end_time: null,
      duration_sec: null,
    });
    assert.equal(roomLine(room, format), 'live since 11:18 · 42 min so far');
    assert.equal(roomLine(room, format, 2), 'live since 11:18 · 42 min so far · 2 participants');
    const told = room.with({ unique_participants: 3 });
    assert.match(roomLine(told, format, 2), / · 3 participants$/);
    assert.match(roomHeadline(room, format), /^Live since .*11:18:00 UTC; room 42 min so far$/);
  });

  it('is shorter in the tree: the beginning, the duration, the participants', () => {
    const over = { room_status: 'completed', create_time: at(9, 24), end_time: at(9, 38), duration_sec: 840 };
    const room = new Room({ ...over, unique_participants: 5 });
    assert.equal(roomRow(room, format), '09:24 · 14 min · 5 participants');
    const live = new Room({ room_status: 'in_progress', create_time: at(11, 18) });
    assert.equal(roomRow(live, format, 2), '11:18 · 42 min so far · 2 participants');
    assert.equal(roomRow(new Room({ room_status: 'completed', end_time: at(9) }), format), 'ended 09:00');
    const gone = new Room({ room_status: 'in_progress', create_time: at(11) }, 'video', undefined, true);
    assert.equal(roomRow(gone, format), 'created 11:00, end unknown');
  });

  it('has a title also where the name is null, empty or blank', () => {
    for (const name of [null, '', '  ']) {
      assert.equal(roomTitle(new Room({ room_name: name, room_sid: `RM${hex}` })), `RM${hex}`);
    }
    assert.equal(roomTitle(new Room({})), 'Room without a name');
  });
});

describe('Values in words', () => {
  it('keeps names from turning or breaking what stands beside them', () => {
    const room = new Room({ room_name: 'a\u202Egnp\n\u2066b\u0007', room_sid: `RM${hex}` });
    assert.equal(roomTitle(room), 'a[U+202E]gnp [U+2066]b[U+0007]');
    assert.equal(roomTitle(new Room({ room_name: 'x'.repeat(100_000) })).length, 201);
    assert.equal(roomTitle(new Room({ room_name: '\u202E', room_sid: `RM${hex}` })), '[U+202E]');
    assert.equal(roomTitle(new Room({ room_name: ' \n', room_sid: `RM${hex}` })), `RM${hex}`);
  });
});
