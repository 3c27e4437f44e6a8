import assert from 'node:assert/strict';
import { laneKindOf, namesClient } from '../../../../src/calls/analysis/laneKind.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { at, call, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
const one = (json: Json) => new Participant(json);
const chrome = { publisher_info: { browser_name: 'Chrome', browser_version: '120' } };
const node = { publisher_info: { name: 'twilio-video-node', sdk_version: '1.0.0', platform_name: 'Linux' } };
const phone = { participant_identity: '+14155550123', publisher_info: {} };
/** In the room for a minute, and nothing known of it: no client, no codec, no track. */
const blank: Json = {
  participant_identity: 'recorder',
  join_time: '2026-11-22T10:00:00Z',
  duration_sec: 60,
  properties: { num_audio_tracks: 0, num_video_tracks: 0, num_data_tracks: 0 },
};

describe('What stands behind an identity', () => {
  const kind = (others: boolean, ...rows: Json[]) => laneKindOf(rows.map(one), others);

  it('is a person, unless the record shows something else', () => {
    assert.equal(kind(true, chrome), 'person');
    assert.equal(kind(true), 'person');
    assert.equal(kind(true, {}), 'person');
    assert.equal(kind(true, { participant_identity: '+14155550123' }), 'person');
    assert.equal(kind(true, { participant_identity: 'bot-7', ...chrome }), 'person');
  });

  it('is a phone or a service if all of its records are', () => {
    assert.equal(kind(false, phone), 'phone');
    assert.equal(kind(false, phone, phone), 'phone');
    assert.equal(kind(false, node), 'service');
    assert.equal(kind(false, { publisher_info: { browser_name: 'HeadlessChrome' } }), 'service');
    assert.equal(kind(true, phone, chrome), 'person');
    assert.equal(kind(true, node, chrome), 'person');
    assert.equal(kind(true, phone, node), 'person');
  });

  it('is a service if it stayed, sent nothing and has no client, and others have one', () => {
    assert.equal(kind(true, blank), 'service');
    assert.equal(kind(true, blank, blank), 'service');
    assert.equal(kind(false, blank), 'person', 'Twilio sent no client of anybody');
  });

  it('is no service for less than that', () => {
    for (const more of [
      chrome,
      { publisher_info: { device_model: 'iPhone14,5' } },
      { codecs: ['opus'] },
      { properties: { num_audio_tracks: 1, num_video_tracks: 0 } },
      { properties: { num_audio_tracks: 0, num_video_tracks: 1 } },
      { properties: {} },
      { properties: null },
      { join_time: null },
      { duration_sec: 0 },
      { duration_sec: null },
      { error_code: 53405 },
    ])
      assert.equal(kind(true, { ...blank, ...more }), 'person', JSON.stringify(more));
    assert.equal(kind(true, blank, chrome), 'person');
  });

  it('is told by the others of the same call', () => {
    const recorder = stay('recorder', at(1), at(30), { duration_sec: 1740, properties: blank.properties });
    const kinds = (...people: Json[]) => call(over, [recorder, ...people]).lanes.map((lane) => lane.kind);
    assert.deepEqual(kinds(stay('Alice', at(2), at(30), chrome)), ['service', 'person']);
    assert.deepEqual(kinds(stay('Alice', at(2), at(30))), ['person', 'person']);
  });

  it('is named by any part of the client', () => {
    assert.ok(namesClient(one(chrome)) && namesClient(one(node)));
    assert.ok(namesClient(one({ publisher_info: { device_model: 'iPhone14,5' } })));
    for (const info of [undefined, null, {}, { browser_name: '' }, { sdk_version: '2.0.0' }])
      assert.ok(!namesClient(one({ publisher_info: info })), JSON.stringify(info));
  });
});
