import assert from 'node:assert/strict';
import { at, failed, finding, over, stay } from '../calls.ts';

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
});
