import assert from 'node:assert/strict';
import { opening } from '../../../../src/calls/summary/opening.ts';
import { at, call, failed, format, live, now, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
const first = (room: Json, ...people: Json[]) => opening(call(room, people), format);

const chrome = { publisher_info: { browser_name: 'Chrome', browser_version: '120' } };
const person = (name: string, to: number | null = at(30)) => stay(name, at(1), to, chrome);
const phone = (number: string, to: number | null = at(30)) => stay(number, at(1), to, { publisher_info: {} });
/** In the room without a client, a codec and a track. */
const recorder = (name = 'recorder') =>
  stay(name, at(1), at(31), {
    duration_sec: 1800,
    properties: { num_audio_tracks: 0, num_video_tracks: 0 },
  });

describe('The beginning of a summary', () => {
  it('names phones and services among up to four', () => {
    assert.equal(
      first(over, person('Ann'), phone('+14155550123')),
      'Ann and +14155550123 (by phone), call 29 min.',
    );
    assert.equal(
      first(over, person('Ann'), recorder()),
      'Ann and “recorder” (probably a bot or a service), call 30 min.',
    );
    assert.equal(
      first(over, person('Ann'), person('Bob'), person('Cid'), phone('+14155550123')),
      'Ann, Bob, Cid, and +14155550123 (by phone), call 29 min.',
    );
    assert.equal(
      first(live, person('Ann', null), phone('+14155550123', null)),
      `Ann and +14155550123 (by phone), call ${format.duration((now - at(1)) / 1000)} so far; nobody has left.`,
    );
  });

  it('does not say that a person was alone where two clients had one identity', () => {
    const chased = stay('Ann', at(1), at(20), failed(53205));
    assert.equal(
      first(over, chased, stay('Ann', at(20), at(30))),
      'Only the identity Ann was in the room, 29 min.',
    );
    assert.equal(first(over, person('Ann')), 'Ann was alone in the room, 29 min.');
  });

  it('counts them among more', () => {
    const people = ['A', 'B', 'C', 'D'].map((name) => person(name));
    assert.equal(first(over, ...people, phone('+14155550123')), '4 people and 1 phone, call 29 min.');
    assert.equal(
      first(over, ...people, phone('+14155550123'), phone('+14155550124'), recorder('r1'), recorder('r2')),
      '4 people, 2 phones, and 2 bots or services, call 30 min.',
    );
    assert.equal(first(over, ...people, recorder()), '4 people and 1 bot or service, call 30 min.');
  });

  it('counts people without a word on what they are if all are people', () => {
    assert.equal(first(over, person('Ann'), person('Bob')), '2 people, call 29 min.');
    assert.equal(
      first(over, ...Array.from({ length: 9 }, (_, n) => person(`p${n}`))),
      '9 people, call 29 min.',
    );
  });

  it('does not count those who did not get in', () => {
    const refused = (name: string) => stay(name, at(5), at(5), failed(53105));
    assert.equal(first(over, person('Ann'), person('Bob'), refused('Cid')), '2 people, call 29 min.');
    assert.equal(first(over, refused('Cid')), 'One person tried to join and did not get in.');
    assert.equal(first(over, refused('Cid'), refused('Dan')), '2 people tried to join and nobody got in.');
  });

  it('says how a room ended to which nobody came', () => {
    const api = { ...over, end_reason: 'room-ended-via-api' };
    assert.equal(first(api), 'Nobody joined; the room was ended through the API after 1 hr.');
    assert.equal(first(over), 'Nobody joined; the room timed out after 1 hr.');
    assert.equal(first({ ...api, end_time: null, duration_sec: null }), 'Nobody joined.');
    assert.equal(first({ ...live, end_reason: 'room_ended_via_api' }), 'Nobody has joined yet.');
  });

  it('says that people never met only if it is certain', () => {
    const [ann, bob] = [stay('Ann', at(1), at(9)), stay('Bob', at(9), at(20))];
    assert.equal(first(over, ann, bob), '2 people, but never at the same time.');
    assert.equal(first(over, stay('Ann', at(1), null, { duration_sec: 60 }), bob), '2 people, call 19 min.');
  });
});
