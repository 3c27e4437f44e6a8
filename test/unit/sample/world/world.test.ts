import assert from 'node:assert/strict';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';
import { day, now, roomsOf } from './worldRooms.ts';

describe('the sample world', () => {
  it('is the same for the same seed, size and time', () => {
    const [one, other] = [new SampleWorld({ now }), new SampleWorld({ now })];
    assert.deepEqual(roomsOf(one), roomsOf(other));
    assert.deepEqual(one.participants(5), other.participants(5));
  });

  it('keeps SIDs, names and people when the time is another', () => {
    const lasting = (world: SampleWorld) =>
      new Map(
        roomsOf(world).map((room, position) => [
          room.room_sid,
          [
            room.room_name,
            world.participants(position).map((one) => [one.participant_sid, one.participant_identity]),
          ],
        ]),
      );
    assert.deepEqual(
      lasting(new SampleWorld({ now })),
      lasting(new SampleWorld({ now: now + 12 * day + 3_600_000 * 7 })),
    );
  });

  it('is another one for another seed, except for the rooms that have constants', () => {
    const first = new Set(roomsOf(new SampleWorld({ now })).map((room) => room.room_sid));
    const common = roomsOf(new SampleWorld({ now, seed: 2 })).filter((room) => first.has(room.room_sid));
    assert.deepEqual(
      common.map((room) => room.room_sid).sort(),
      Object.values(sampleRooms)
        .map((room) => room.sid)
        .sort(),
    );
  });

  it('lists the newest room first and every SID once', () => {
    const rooms = roomsOf(new SampleWorld({ now, size: 500 }));
    const created = rooms.map((room) => Date.parse(room.create_time));
    assert.deepEqual(
      created,
      created.toSorted((one, other) => other - one),
    );
    assert.equal(new Set(rooms.map((room) => room.room_sid)).size, 500);
  });

  for (const [when, time] of [
    ['Wednesday afternoon', now],
    ['Monday night', Date.UTC(2026, 9, 12, 3)],
    ['Sunday noon', Date.UTC(2026, 9, 18, 12)],
  ] as const) {
    it(`holds 40 to 60 rooms of the last 24 hours, six of them live, on ${when}`, () => {
      const recent = roomsOf(new SampleWorld({ now: time })).filter(
        (room) => Date.parse(room.create_time) >= time - day,
      );
      assert.ok(recent.length >= 40 && recent.length <= 60, `${recent.length} rooms`);
      assert.equal(recent.filter((room) => room.end_time === null).length, 6);
    });
  }

  it('gives live rooms names that are unique among them', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const live = roomsOf(new SampleWorld({ now, seed })).filter((room) => room.end_time === null);
      assert.equal(new Set(live.map((room) => room.room_name)).size, live.length);
    }
  });

  it('has names that come again, are null, or are the SID', () => {
    const rooms = roomsOf(new SampleWorld({ now }));
    const names = rooms.map((room) => room.room_name);
    assert.ok(new Set(names).size < names.length - 10);
    assert.ok(names.filter((name) => name === null).length > 1);
    assert.ok(rooms.filter((room) => room.room_name === room.room_sid).length > 1);
  });

  it('makes 100,000 rooms, any of them on request', () => {
    const world = new SampleWorld({ now, size: 100_000 });
    const sids = new Set<string>();
    for (let position = 0; position < world.size; position++) sids.add(world.plan(position).sid);
    assert.equal(sids.size, 100_000);
    const oldest = world.room(99_999);
    assert.equal(world.positionOf(oldest.room_sid), 99_999);
    assert.equal(world.participants(99_999).length, oldest.unique_participants);
    assert.throws(() => world.room(100_000), RangeError);
  });
});
