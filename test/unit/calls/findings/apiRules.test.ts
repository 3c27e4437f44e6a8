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

  const sdk = (version: string, name = 'twilio-video.js') => ({
    publisher_info: { name, sdk_version: version },
  });
  /** The names of those who were in the room at its end. */
  const inside = (...people: Record<string, unknown>[]) =>
    finding('ended-with-people', api, ...people)?.evidence.map(({ name }) => name) ?? [];

  it('count a leave within two seconds of the end, if nobody would have been told of it', () => {
    const left = (second: number, more = {}) => inside(stay('Alice', at(1), at(59, second), more));
    for (const more of [{}, sdk('1.12.0'), sdk('5.10.0', 'twilio-video-ios'), sdk('later')]) {
      assert.deepEqual(left(58, more), ['Alice'], JSON.stringify(more));
      assert.deepEqual(left(57, more), [], JSON.stringify(more));
    }
  });

  it('count only the same moment where the SDK would have told of it', () => {
    const end = at(60);
    for (const version of ['1.13.0', '2.28.1']) {
      const left = (before: number) => inside(stay('Alice', at(1), end - before, sdk(version)));
      assert.deepEqual([left(200), left(201)], [['Alice'], []], version);
    }
    const told = stay('Alice', at(1), end, failed(53118));
    assert.deepEqual(inside(told, stay('Bob', at(1), end - 201)), ['Alice'], 'another one was told');
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
