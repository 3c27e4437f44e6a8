import assert from 'node:assert/strict';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import type { ParticipantResource } from '../../../../src/sample/world/resources.ts';
import { peakOf } from '../../../../src/sample/world/stays.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';
import { minute, now, roomsAt } from '../roomsAt.ts';

const moments = [0, 1000, 30_000, minute, 2 * minute, 5 * minute, 20 * minute, 60 * minute, 360 * minute];

describe('the life of the sample world', () => {
  const world = new SampleWorld({ now });

  it('begins with the world as it is', () => {
    assert.deepEqual(roomsAt(world, now), roomsAt(new SampleWorld({ now }), now));
    assert.equal(world.endAt(now), world.size);
    for (let position = 0; position < world.size; position++)
      assert.deepEqual(world.room(position, now), world.room(position));
  });

  it('is the same for everybody who looks at the same moment', () => {
    const other = new SampleWorld({ now });
    for (const passed of moments)
      assert.deepEqual(roomsAt(world, now + passed), roomsAt(other, now + passed));
  });

  it('takes nothing back: who has come has come, who has left has left, and what is over is over', () => {
    for (const [place, passed] of moments.entries()) {
      const before = roomsAt(world, now + (moments[place - 1] ?? 0));
      const after = roomsAt(world, now + passed);
      for (const [position, { room, participants }] of before.entries()) {
        const later = after[position];
        assert.equal(later?.room.room_sid, room.room_sid);
        assert.ok(later.participants.length >= participants.length);
        if (room.end_time !== null) assert.equal(later.room.end_time, room.end_time);
        for (const one of participants) {
          const same: ParticipantResource | undefined = later.participants.find(
            (other) => other.participant_sid === one.participant_sid,
          );
          assert.equal(same?.join_time, one.join_time);
          if (one.leave_time !== null) assert.deepEqual(same, one);
        }
      }
    }
  });

  it('knows nothing of the future', () => {
    for (const passed of moments) {
      const at = now + passed;
      for (const { room, participants } of roomsAt(world, at)) {
        for (const time of [
          room.create_time,
          room.end_time,
          ...participants.map(({ join_time }) => join_time),
        ])
          assert.ok(time === null || Date.parse(time) <= at);
      }
    }
  });

  it('gives rooms in progress names that are unique among them', () => {
    for (const passed of moments) {
      const live = roomsAt(world, now + passed).filter(({ room }) => room.end_time === null);
      assert.equal(new Set(live.map(({ room }) => room.room_name)).size, live.length);
    }
  });

  it('never has more in a room than its limit', () => {
    for (const { room, participants } of roomsAt(world, now + 60 * minute)) {
      const inside = participants.filter((one) => one.join_time !== null);
      const stays = inside.map((one) => ({
        person: 0,
        identity: '',
        edge: '',
        error: 0,
        reason: null,
        joined: Date.parse(one.join_time ?? '') / 1000,
        left: one.leave_time === null ? null : Date.parse(one.leave_time) / 1000,
      }));
      assert.ok(peakOf(stays) <= room.max_participants, `${room.room_name}`);
    }
  });

  it('has somebody join and a room end within two minutes, and the known live room end after 18', () => {
    const position = world.positionOf(sampleRooms.live.sid) ?? -1;
    const people = (passed: number) => world.participants(position, now + passed).length;
    assert.deepEqual([people(0), people(minute)], [3, 4]);
    const live = (passed: number) =>
      Array.from({ length: world.size }, (_, at) => world.isLive(at, now + passed)).filter(Boolean).length;
    assert.deepEqual([live(0), live(2 * minute)], [6, 5]);
    assert.equal(world.isLive(position, now + 18 * minute - 1000), true);
    assert.equal(world.isLive(position, now + 18 * minute + 1000), false);
    assert.equal(world.room(position, now + 18 * minute + 1000).processing_state, 'in_progress');
    assert.equal(world.room(position, now + 19 * minute).processing_state, 'complete');
  });
});
