import assert from 'node:assert/strict';
import { at, failed, finding, findings, over, stay } from '../calls.ts';

const direct = { ...over, room_type: 'peer_to_peer' };

describe('Findings of drops at the same moment', () => {
  it('are one event, with the person who had just joined', () => {
    const crash = Array.from({ length: 4 }, (_, n) => stay(`p${n}`, at(1), at(20, n), failed(53001)));
    const found = finding('drop-event', over, ...crash, stay('Late', at(19, 50), at(50)));
    assert.deepEqual(
      [found?.severity, found?.code, found?.title],
      ['error', 53001, '4 people were cut off at 10:20, within 3 sec of each other'],
    );
    assert.match(found?.meaning ?? '', /Late had joined 10 sec before\.$/);
    assert.equal(found?.evidence.length, 4);
  });

  it('are a warning if all came back, and have no code if codes differ', () => {
    const found = finding(
      'drop-event',
      over,
      stay('Alice', at(1), at(20), failed(53001)),
      stay('Bob', at(1), at(20, 1), failed(53405)),
      stay('Alice', at(21), at(40)),
      stay('Bob', at(21), at(40)),
    );
    assert.deepEqual([found?.severity, found?.code], ['warning', undefined]);
  });

  it('of the same two ends are one finding, and tell what points to one end', () => {
    const again = [10, 30].flatMap((minute) => [
      stay('Alice', at(minute - 8), at(minute), failed(53001)),
      stay('Bob', at(minute - 8), at(minute, 20), failed(53405)),
    ]);
    const found = findings(direct, ...again).filter(({ rule }) => rule === 'drop-event');
    assert.equal(found.length, 1);
    assert.match(found[0]?.title ?? '', /^Alice and Bob lost the connection to each other twice: /);
    assert.match(found[0]?.meaning ?? '', /Alice lost the signaling connection to Twilio too/);
    const media = finding(
      'drop-event',
      direct,
      stay('Alice', at(1), at(20), failed(53405)),
      stay('Bob', at(1), at(20, 9), failed(53405)),
    );
    assert.match(media?.meaning ?? '', /Which end it was is not in the data\.$/);
  });
});
