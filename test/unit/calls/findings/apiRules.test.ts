import assert from 'node:assert/strict';
import { at, failed, finding, over, stay } from '../calls.ts';

const api = { ...over, end_reason: 'room_ended_via_api' };

describe('Findings of a room that was ended through the API', () => {
  it('say who had just left, and who was in it', () => {
    const found = finding(
      'ended-with-people',
      api,
      stay('Alice', at(1), at(60)),
      stay('Bob', at(1), at(59, 30)),
    );
    assert.equal(found?.title, 'The room was ended through the API at 11:00 with Alice in it');
    assert.match(found?.meaning ?? '', /^Bob had left 30 sec before: /);
  });

  it('leave out a leave just before if the others were told', () => {
    const found = finding(
      'ended-with-people',
      api,
      stay('Alice', at(1), at(60), failed(53118)),
      stay('Bob', at(1), at(59, 59)),
    );
    assert.deepEqual(
      found?.evidence.map(({ name }) => name),
      ['Alice'],
    );
    assert.match(found?.meaning ?? '', /^Bob had left 1 sec before: /);
  });
});
