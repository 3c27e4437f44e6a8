import assert from 'node:assert/strict';
import { isEviction } from '../../../../src/calls/analysis/outcome.ts';
import { at, call, failed, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
const api = { ...over, end_reason: 'room_ended_via_api' };

/** How the last of these stays ended, and whether its code is of something before. */
function ending(room: Json, ...people: Json[]): [string, boolean] | undefined {
  const last = call(room, people).stays.find(({ key }) => key === people.at(-1)?.participant_sid);
  return last && [last.outcome, last.recovered];
}
const ended = (more: Json, from = at(5), to: number | null = at(30), room: Json = over) =>
  ending(room, stay('Alice', from, to, more));

describe('The outcome of a stay', () => {
  describe('with 53204', () => {
    it('is a drop after minutes, because Twilio had given the participant up', () => {
      assert.deepEqual(ended(failed(53204)), ['dropped', false]);
      assert.deepEqual(ended(failed(53204), at(5), at(5, 20)), ['dropped', false]);
      assert.deepEqual(ended({ end_reason: 'participant_not_found' }), ['dropped', false]);
    });

    it('is a refusal after moments', () => {
      assert.deepEqual(ended(failed(53204), at(5), at(5)), ['refused', false]);
      assert.deepEqual(ended(failed(53204), at(5), at(5, 4)), ['refused', false]);
    });

    it('belongs to an eviction right before it', () => {
      const evicted = stay('Alice', at(1), at(10), failed(53205));
      const late = (from: number, to: number) =>
        ending(over, evicted, stay('Alice', from, to, failed(53204)));
      assert.deepEqual(late(at(10, 2), at(10, 2)), ['evicted', false]);
      assert.deepEqual(late(at(10, 5), at(10, 25)), ['evicted', false]);
      assert.deepEqual(late(at(11), at(11, 20)), ['dropped', false], 'a minute later');
      assert.deepEqual(late(at(10, 5), at(20)), ['dropped', false], 'lasted ten minutes');
    });

    it('belongs to no eviction of somebody else', () => {
      const evicted = stay('Bob', at(1), at(10), failed(53205));
      assert.deepEqual(ending(over, evicted, stay('Alice', at(10, 5), at(10, 25), failed(53204))), [
        'dropped',
        false,
      ]);
    });
  });

  describe('of a participant that the token refused', () => {
    const noTimes = { join_time: null };

    it('is a refusal without any time', () => {
      for (const code of [20101, 20104, 20106, 20151, 20155, 20156, 20157]) {
        const { stays, people } = call(over, [stay('Alice', at(1), null, failed(code, noTimes))]);
        assert.deepEqual(
          [stays[0]?.outcome, stays[0]?.arrival, people.length],
          ['refused', 'none', 0],
          String(code),
        );
      }
    });

    it('is a refusal while the summary is pending, too', () => {
      const pending = { ...over, processing_state: 'in_progress' };
      assert.deepEqual(ended(failed(20104, noTimes), at(1), null, pending), ['refused', false]);
    });

    it('is a drop if the token expired during the call', () => {
      assert.deepEqual(ended(failed(20104)), ['dropped', false]);
    });

    it('is not known for another code while times may still come', () => {
      const pending = { ...over, processing_state: 'in_progress' };
      assert.deepEqual(ended(failed(53001, noTimes), at(1), null, pending), ['unknown', true]);
      assert.deepEqual(ended(failed(53001, noTimes), at(1), null), ['refused', false]);
    });
  });

  describe('with a code that the client got over', () => {
    it('is what the end reason says', () => {
      for (const [code, reason, outcome] of [
        [53001, 'disconnected_via_api', 'removed'],
        [53002, 'disconnected_via_api', 'removed'],
        [53405, 'Disconnected-via-API', 'removed'],
        [53001, 'participant left', 'left'],
        [53204, 'participant left', 'left'],
        [53002, 'participant_session_length_exceeded', 'timeLimit'],
        [53001, 'participant_disconnected_because_of_duplicate_identity', 'evicted'],
      ] as const)
        assert.deepEqual(ended(failed(code, { end_reason: reason })), [outcome, true], `${code} ${reason}`);
    });

    it('is the end of the room if the reason says so and the stay lasted until then', () => {
      for (const [code, reason] of [
        [53400, 'room_completed'],
        [53001, 'room_ended_via_api'],
      ] as const) {
        const at60 = (seconds: number) => ended(failed(code, { end_reason: reason }), at(5), at(60, seconds));
        assert.deepEqual(at60(0), ['roomEnded', true], reason);
        assert.deepEqual(at60(-10), ['roomEnded', true], reason);
        assert.deepEqual(at60(-11), ['dropped', false], `${reason} before the end`);
      }
    });

    it('is a request to the API or the end of the room, whatever code came before', () => {
      for (const code of [20104, 53006, 53106, 53204, 53205, 53216, 53300, 53405, 59999]) {
        const by = (reason: string, to: number) => ended(failed(code, { end_reason: reason }), at(5), to);
        assert.deepEqual(by('disconnected_via_api', at(30)), ['removed', true], `${code}`);
        assert.deepEqual(by('room_completed', at(60)), ['roomEnded', true], `${code}`);
      }
    });

    it('is a refusal by a code that refuses a join, if the stay never was one', () => {
      const removed = { end_reason: 'disconnected_via_api' };
      for (const code of [20104, 53105, 53206])
        assert.deepEqual(ended(failed(code, removed), at(5), at(5, 5)), ['refused', false], `${code}`);
      assert.deepEqual(ended(failed(20104, removed), at(5), at(5, 6)), ['removed', true]);
      assert.deepEqual(ended(failed(53001, removed), at(5), at(5, 1)), ['removed', true], 'no such code');
    });

    it('does not yield to a reason that is no fact of the server', () => {
      for (const code of [20104, 53105, 53006, 59999])
        assert.deepEqual(
          ended(failed(code, { end_reason: 'participant left' })),
          ['dropped', false],
          `${code}`,
        );
    });

    it('is what the code says beside a reason that says nothing, or the same', () => {
      for (const reason of ['disconnected', 'signaling_connection_disconnected', 'something new', ''])
        assert.deepEqual(ended(failed(53001, { end_reason: reason })), ['dropped', false], reason);
    });

    it('is the end of the room if the API ended it at that moment', () => {
      assert.deepEqual(ended(failed(53001), at(5), at(60), api), ['roomEnded', true]);
      assert.deepEqual(ended(failed(53001), at(5), at(59, 50), api), ['dropped', false]);
      assert.deepEqual(ended(failed(53001), at(5), at(60), over), ['dropped', false], 'it timed out');
    });

    it('is never a code that ends every stay', () => {
      assert.deepEqual(ended(failed(20104, { end_reason: 'disconnected' })), ['dropped', false]);
      assert.deepEqual(ended(failed(53205)), ['evicted', false]);
    });
  });

  describe('with a code of a track', () => {
    it('is a leave: the participant stayed in the room', () => {
      for (const code of [53203, 53300, 53304, 53305, 53404])
        assert.deepEqual(ended(failed(code)), ['left', true], String(code));
    });

    it('is unknown without a leave', () => {
      assert.deepEqual(ended(failed(53404), at(5), null), ['unknown', true]);
    });

    it('is a drop if the reason is the text of that code', () => {
      assert.deepEqual(ended(failed(53404, { end_reason: 'no_supported_codec' })), ['dropped', false]);
      assert.deepEqual(ended({ end_reason: 'no_supported_codec' }), ['dropped', false]);
    });

    it('is a refusal if the stay never was one', () => {
      assert.deepEqual(ended(failed(53404), at(5), at(5)), ['refused', false]);
    });
  });

  describe('without a code', () => {
    it('follows from the reason', () => {
      for (const [reason, outcome] of [
        ['disconnected_via_api', 'removed'],
        ['room_ended', 'left'],
        ['participant_session_length_exceeded', 'timeLimit'],
        ['participant_disconnected_because_of_duplicate_identity', 'evicted'],
        ['signaling_connection_timed_out', 'dropped'],
        ['connection_lost', 'dropped'],
        ['disconnected', 'left'],
        ['something new', 'left'],
      ] as const)
        assert.deepEqual(ended({ end_reason: reason }), [outcome, false], reason);
    });

    it('is the end of the room if the reason says so, and no other end', () => {
      const told = { end_reason: 'room_ended' };
      assert.deepEqual(ended(told, at(5), at(60)), ['roomEnded', false]);
      assert.deepEqual(ended(told, at(5), at(59, 50)), ['roomEnded', false]);
      assert.deepEqual(ended(told, at(5), at(59, 49)), ['left', false]);
      assert.deepEqual(ended(told, at(5), at(30), { ...over, end_time: null, duration_sec: null }), [
        'roomEnded',
        false,
      ]);
    });

    it('is the end of the room if the reason is the text of 53118', () => {
      assert.deepEqual(ended({ end_reason: 'room_completed' }, at(5), at(60)), ['roomEnded', false]);
      assert.deepEqual(ended({ end_reason: 'room_completed' }, at(60), at(60)), ['refused', false]);
    });

    it('is a refusal if the reason is an error and there was no stay', () => {
      assert.deepEqual(ended({ end_reason: 'request_rejected' }, at(5), at(5)), ['refused', false]);
      assert.deepEqual(ended({ end_reason: 'unable_to_connect_to_room' }, at(5), at(5)), ['refused', false]);
    });

    it('is not known without a leave, unless the API ended the room', () => {
      assert.deepEqual(ended({}, at(5), null), ['unknown', false]);
      assert.deepEqual(ended({}, at(5), null, api), ['roomEnded', false]);
      assert.deepEqual(ended({ duration_sec: 60 }, at(5), null, api), ['unknown', false]);
    });

    it('has the code that the reason is the text of', () => {
      const code = (more: Json) => call(over, [stay('Alice', at(5), at(30), more)]).stays[0]?.errorCode;
      assert.equal(code({ end_reason: 'signaling_connection_timed_out' }), 53002);
      assert.equal(code(failed(53001, { end_reason: 'signaling_connection_timed_out' })), 53001);
      assert.equal(code({ end_reason: 'disconnected' }), undefined);
    });
  });

  describe('with an eviction', () => {
    it('is one by its code or its reason, unless the server tells another end', () => {
      const evicted = 'participant_disconnected_because_of_duplicate_identity';
      for (const [code, reason, expected] of [
        [53205, undefined, true],
        [53205, 'something new', true],
        [53205, 'participant left', true],
        [53205, 'disconnected_via_api', false],
        [53205, 'room_completed', false],
        [undefined, evicted, true],
        [53204, evicted, true],
        [53001, evicted, true],
        [20104, evicted, false],
        [53204, undefined, false],
        [undefined, undefined, false],
      ] as const)
        assert.equal(isEviction(code, reason), expected, `${code} ${reason}`);
    });

    it('has no late requests of a participant who was removed', () => {
      const removed = stay('Alice', at(1), at(10), failed(53205, { end_reason: 'disconnected_via_api' }));
      const late = stay('Alice', at(10, 2), at(10, 22), failed(53204));
      assert.deepEqual(ending(over, removed, late), ['dropped', false]);
    });
  });

  it('ends with the code of the reason if the one that was sent did not end it', () => {
    const codes = (more: Json, to = at(30)) => {
      const [one] = call(over, [stay('Alice', at(5), to, more)]).stays;
      return [one?.errorCode, one?.endCode];
    };
    assert.deepEqual(codes(failed(53001)), [53001, 53001]);
    assert.deepEqual(codes({ end_reason: 'signaling_connection_timed_out' }), [53002, 53002]);
    assert.deepEqual(codes(failed(53001, { end_reason: 'disconnected_via_api' })), [53001, undefined]);
    assert.deepEqual(
      codes(failed(53002, { end_reason: 'participant_session_length_exceeded' })),
      [53002, 53216],
    );
    assert.deepEqual(codes(failed(53400, { end_reason: 'room_completed' }), at(60)), [53400, 53118]);
    assert.deepEqual(codes(failed(53404)), [53404, undefined]);
  });
});
