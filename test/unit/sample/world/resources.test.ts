import assert from 'node:assert/strict';
import type { ParticipantResource, RoomResource } from '../../../../src/sample/world/resources.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';

const now = Date.UTC(2026, 9, 14, 15, 30, 12, 345);

function eachRoom(check: (room: RoomResource, participants: ParticipantResource[]) => void): void {
  for (const seed of [1, 77]) {
    const world = new SampleWorld({ now, seed, size: 400 });
    for (let position = 0; position < world.size; position++) {
      check(world.room(position), world.participants(position));
    }
  }
}

const time = (text: string | null): number => {
  const value = Date.parse(text ?? '');
  assert.ok(Number.isFinite(value), `${text}`);
  return value;
};

/** The participants whom Twilio let in or refused at the room; the others were refused before, by their token. */
function known(participants: readonly ParticipantResource[]): ParticipantResource[] {
  return participants.filter((one) => {
    if (one.join_time !== null) return true;
    assert.deepEqual([one.error_code, one.leave_time, one.duration_sec], [20157, null, null]);
    return false;
  });
}

/** The only room that its status calls in progress although it is over. */
const listedAsLive = /\(listed as in progress\)$/;

/** The largest number of intervals that hold one instant, counted pair by pair. */
function peak(participants: readonly ParticipantResource[]): number {
  const spans = known(participants).map(
    (one) => [time(one.join_time), one.leave_time ? time(one.leave_time) : Infinity] as const,
  );
  const at = (instant: number) => spans.filter(([join, leave]) => join <= instant && instant < leave).length;
  return Math.max(0, ...spans.map(([join]) => at(join)));
}

describe('figures of the sample world', () => {
  it('count the participants', () => {
    eachRoom((room, participants) => {
      assert.equal(room.unique_participants, participants.length);
      assert.equal(
        room.unique_participant_identities,
        new Set(participants.map((one) => one.participant_identity)).size,
      );
      assert.equal(room.concurrent_participants, peak(participants));
      assert.ok(room.concurrent_participants <= room.max_concurrent_participants, room.room_sid);
    });
  });

  it('add up the participants’ time', () => {
    eachRoom((room, participants) => {
      const sum = participants.reduce((seconds, one) => seconds + (one.duration_sec ?? 0), 0);
      assert.equal(Number(room.total_participant_duration_sec), sum);
    });
  });

  it('go from the creation to the end, all before now', () => {
    eachRoom((room) => {
      const created = time(room.create_time);
      if (room.end_time === null) {
        assert.equal(room.duration_sec, null);
        assert.equal(room.end_reason, null);
        assert.match(room.room_status, /^in.progress$/);
        assert.ok(created <= now);
      } else {
        assert.equal(Number(room.duration_sec) * 1000, time(room.end_time) - created);
        const status = listedAsLive.test(room.room_name ?? '') ? 'in_progress' : 'completed';
        assert.equal(room.room_status, status);
        assert.ok(time(room.end_time) <= now);
      }
    });
  });

  it('keep every stay within its room', () => {
    eachRoom((room, participants) => {
      const end = room.end_time === null ? now : time(room.end_time);
      for (const one of known(participants)) {
        assert.ok(time(room.create_time) <= time(one.join_time));
        assert.ok(time(one.join_time) <= end);
        if (one.leave_time === null) {
          assert.equal(one.duration_sec, null);
          continue;
        }
        assert.equal(one.duration_sec, (time(one.leave_time) - time(one.join_time)) / 1000);
        assert.ok(one.duration_sec >= 0);
        assert.ok(time(one.leave_time) <= end, `${room.room_sid} ${one.participant_sid}`);
      }
    });
  });

  it('leave no identity in two places but where one was evicted', () => {
    eachRoom((_, participants) => {
      for (const one of known(participants)) {
        const during = known(participants).filter(
          (other) =>
            other.participant_identity === one.participant_identity &&
            other !== one &&
            time(other.join_time) >= time(one.join_time) &&
            time(other.join_time) < (one.leave_time ? time(one.leave_time) : Infinity),
        );
        if (during.length > 0) {
          const codes = [one, ...during].map((each) => each.error_code);
          assert.ok(codes.includes(53205) || codes.includes(53204), one.participant_sid);
        }
      }
    });
  });

  it('name well-formed SIDs and lead to the right places', () => {
    eachRoom((room, participants) => {
      assert.match(room.account_sid, /^AC[0-9a-f]{32}$/);
      assert.match(room.room_sid, /^RM[0-9a-f]{32}$/);
      assert.equal(room.url, `https://insights.twilio.com/v1/Video/Rooms/${room.room_sid}`);
      assert.equal(room.links.participants, `${room.url}/Participants`);
      assert.equal(new Set(participants.map((one) => one.participant_sid)).size, participants.length);
      for (const one of participants) {
        assert.match(one.participant_sid, /^PA[0-9a-f]{32}$/);
        assert.equal(one.url, `${room.links.participants}/${one.participant_sid}`);
        assert.equal(one.room_sid, room.room_sid);
        assert.equal(one.account_sid, room.account_sid);
        if (one.error_code) {
          assert.equal(one.error_code_url, `https://www.twilio.com/docs/api/errors/${one.error_code}`);
        }
      }
    });
  });
});
