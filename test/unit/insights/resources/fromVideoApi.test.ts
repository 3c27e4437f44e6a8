import assert from 'node:assert/strict';
import { participantOfVideo, roomOfVideo } from '../../../../src/insights/resources/fromVideoApi.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { sent, sid } from '../videoRoom.ts';

describe('A room of the Video API', () => {
  const room = roomOfVideo(sent);

  it('is read in the terms of Insights', () => {
    assert.deepEqual([room.sid, room.status, room.live, room.source], [sid, 'in_progress', true, 'video']);
    assert.equal(room.created, Date.parse(sent.date_created));
    assert.equal(room.read('room_name'), 'Daily');
    assert.equal(room.read('room_type'), 'group-small');
    assert.deepEqual(room.read('codecs'), ['VP8', 'H264']);
    assert.equal(room.read('recording_enabled'), true);
    assert.equal(room.read('max_participants'), 4);
    assert.deepEqual(room.otherNames, ['empty_room_timeout']);
  });

  it('has no name if its SID stands in for one, in either case', () => {
    for (const unique_name of [sid, sid.toUpperCase().replace('RM', 'rm')]) {
      const nameless = roomOfVideo({ ...sent, unique_name });
      assert.equal(nameless.read('room_name'), undefined);
      assert.equal(nameless.sent.unique_name, unique_name);
    }
    assert.equal(roomOfVideo({ ...sent, unique_name: `${sid}x` }).read('room_name'), `${sid}x`);
  });

  it('is copied as it was sent', () => assert.equal(room.sent, sent));

  it('fills in what Insights lacks, and nothing else; the copy stays that of Insights', () => {
    const insights = new Room({
      room_sid: sid,
      room_name: 'Other',
      room_status: 'in_progress',
      media_region: null,
    });
    const both = insights.filledFrom(room);
    assert.equal(both.read('room_name'), 'Other');
    assert.equal(both.read('media_region'), 'ie1');
    assert.equal(both.created, room.created);
    assert.equal(both.json.empty_room_timeout, undefined);
    assert.deepEqual([both.source, both.sent], ['insights', insights.json]);
    assert.equal(both.filledFrom(room), both);
  });
});

it('A participant of the Video API is read in the terms of Insights', () => {
  const json = {
    sid: `PA${'b'.repeat(32)}`,
    identity: 'alice',
    status: 'reconnecting',
    start_time: '2026-11-20T10:01:00Z',
    end_time: null,
    duration: null,
    room_sid: sid,
  };
  const participant = participantOfVideo(json);
  assert.deepEqual([participant.sid, participant.ended], [json.sid, false]);
  assert.equal(participant.read('participant_identity'), 'alice');
  assert.equal(participant.read('join_time'), Date.parse(json.start_time));
  assert.equal(participant.sent, json);
});
