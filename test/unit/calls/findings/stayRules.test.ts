import assert from 'node:assert/strict';
import { at, failed, finding, findings, over, stay } from '../calls.ts';

describe('Findings of stays', () => {
  it('of the session limit say the code that came instead of 53216', () => {
    const found = finding(
      'session-limit',
      over,
      stay('Alice', at(-200), at(40), failed(53002)),
      stay('Bob', at(1), at(50)),
    );
    assert.equal(found?.title, 'Alice: disconnected exactly 4 hr after joining, a session limit');
    assert.match(found?.meaning ?? '', /^The code is 53002, but /);
    assert.equal(found?.code, undefined);
  });

  const limits = (...people: Record<string, unknown>[]) =>
    findings(over, ...people).filter(({ rule }) => rule === 'session-limit');

  it('of the session limit say without a code that it can be a timer of the application', () => {
    const [found] = limits(stay('Alice', at(-200), at(40)), stay('Bob', at(1), at(50)));
    assert.match(found?.meaning ?? '', /^Twilio gives no code: it can be .* a timer of the application/);
    const [coded] = limits(stay('Alice', at(-200), at(40), failed(53216)), stay('Bob', at(1), at(50)));
    assert.deepEqual(
      [coded?.title, coded?.code, coded?.topic],
      ['Alice reached the session length limit (53216)', 53216, undefined],
    );
    assert.doesNotMatch(coded?.meaning ?? '', /timer|The code is/);
  });

  it('of the session limit are one for 53216 and one for a length without it', () => {
    const found = limits(
      stay('Alice', at(-200), at(40), failed(53216)),
      stay('Bob', at(-190), at(50), failed(53002)),
    );
    assert.deepEqual(
      found.map(({ title, topic }) => [title, topic]),
      [
        ['Bob: disconnected exactly 4 hr after joining, a session limit', String(4 * 3_600_000)],
        ['Alice reached the session length limit (53216)', undefined],
      ],
    );
  });

  it('of the session limit name the limit, not each length', () => {
    const [found] = limits(stay('Alice', at(1), at(31)), stay('Bob', at(5), at(35, 2)));
    assert.equal(found?.title, 'Alice and Bob: disconnected exactly 30 min after joining, a session limit');
  });

  it('of one person are none where two clients had one identity', () => {
    const twice = [stay('Alice', at(1), at(20), failed(53205)), stay('Alice', at(20), at(40))];
    assert.equal(finding('alone', over, ...twice), undefined);
    assert.equal(
      finding('alone', over, stay('Alice', at(1), at(20)))?.title,
      'Only one person was ever in the room',
    );
  });
});
