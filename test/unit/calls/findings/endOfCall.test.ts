import assert from 'node:assert/strict';
import { canBeEndOfCall } from '../../../../src/calls/findings/endOfCall.ts';
import { at, call, failed, finding, live, now, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
/** Whether the end of the first of these stays can be the end of the call. */
function isEnd(room: Json, ...people: Json[]): boolean {
  const analysis = call(room, people);
  const first = analysis.stays.find(({ key }) => key === people[0]?.participant_sid);
  assert.ok(first);
  return canBeEndOfCall(first, analysis);
}
const lost = (more: Json = failed(53001)) => stay('Alice', at(1), at(40), more);

describe('A drop that may be the end of the call', () => {
  it('is one after which nobody was in the room for more than ten seconds', () => {
    const bob = (minute: number, second = 0) => stay('Bob', at(1), at(minute, second));
    assert.equal(isEnd(over, lost(), bob(30)), true);
    assert.equal(isEnd(over, lost(), bob(40, 10)), true);
    assert.equal(isEnd(over, lost(), bob(40, 11)), false);
    assert.equal(isEnd(over, lost(), bob(50)), false);
    assert.equal(isEnd(over, lost()), true, 'alone');
  });

  it('is a lost connection to Twilio, by its code or by the text of it', () => {
    const bob = stay('Bob', at(1), at(30));
    assert.equal(isEnd(over, lost({ end_reason: 'signaling_connection_disconnected' }), bob), true);
    for (const more of [failed(53000), failed(53002), failed(53405), failed(53204), {}])
      assert.equal(isEnd(over, lost(more), bob), false, JSON.stringify(more));
    assert.equal(isEnd(over, lost({ end_reason: 'connection_lost' }), bob), false);
  });

  it('is none that the participant got over, or that another end explains', () => {
    const reason = failed(53001, { end_reason: 'disconnected_via_api' });
    assert.equal(isEnd(over, lost(reason), stay('Bob', at(1), at(30))), false);
  });

  it('is none if the participant came back', () => {
    assert.equal(isEnd(over, lost(), stay('Alice', at(45), at(50))), false);
  });

  it('is none while the room is live', () => {
    const alice = stay('Alice', now - 600_000, now - 60_000, failed(53001));
    assert.equal(isEnd(live, alice), false);
  });

  it('is not told if the end of another stay is not known', () => {
    assert.equal(isEnd(over, lost(), stay('Bob', at(1), null)), false);
    const estimated = stay('Bob', at(1), null, { duration_sec: 60 });
    assert.equal(isEnd(over, lost(), estimated), false, 'an estimate is no end');
    assert.equal(isEnd(over, lost(), stay('Bob', at(1), null, { join_time: null })), false);
    assert.equal(isEnd(over, stay('Alice', at(1), null, failed(53001, { join_time: null }))), false);
  });

  it('does not depend on those who were turned away', () => {
    const refused = stay('Bob', at(50), at(50), failed(53105));
    assert.equal(isEnd(over, lost(), refused), true);
  });

  it('is a warning that names both readings; any other drop without return is an error', () => {
    const of = (...people: Json[]) => {
      const found = finding('error-code', over, ...people);
      return [found?.severity, /can be the end of the call/.test(found?.meaning ?? '')];
    };
    assert.deepEqual(of(lost(), stay('Bob', at(1), at(30))), ['warning', true]);
    assert.deepEqual(of(lost(), stay('Bob', at(1), at(50))), ['error', false]);
    const early = stay('Bob', at(1), at(20), failed(53001));
    assert.deepEqual(of(lost(), early), ['error', false], 'for one of the two only');
  });

  it('is told of several who went at the same moment, too', () => {
    const of = (...others: Json[]) => {
      const both = [lost(), stay('Bob', at(1), at(40, 2), failed(53001))];
      const found = finding('drop-event', over, ...both, ...others);
      return [found?.severity, /can be the end of the call/.test(found?.meaning ?? '')];
    };
    assert.deepEqual(of(), ['warning', true]);
    assert.deepEqual(of(stay('Carol', at(1), at(50))), ['error', false]);
  });
});
