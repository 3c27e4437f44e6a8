import assert from 'node:assert/strict';
import { InsightsClient } from '../../../../src/insights/client/insightsClient.ts';
import { videoOrigin } from '../../../../src/insights/core/origin.ts';
import type { ApiRequest } from '../../../../src/insights/core/transport.ts';
import { participantOfVideo, roomOfVideo } from '../../../../src/insights/resources/fromVideoApi.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { never, pageReply } from '../scriptedTransport.ts';

const sid = `RM${'a'.repeat(32)}` as const;
const sent = {
  sid,
  account_sid: 'AC1',
  unique_name: 'Daily',
  status: 'in-progress',
  date_created: '2026-11-20T10:00:00Z',
  end_time: null,
  duration: null,
  type: 'group-small',
  max_participants: 4,
  video_codecs: ['VP8', 'H264'],
  media_region: 'ie1',
  record_participants_on_connect: true,
  empty_room_timeout: 5,
  url: 'https://video.twilio.com/v1/Rooms/RM',
  links: { participants: 'x' },
};

describe('The address of the Video API', () => {
  for (const [insights, video] of [
    ['https://insights.twilio.com', 'https://video.twilio.com'],
    ['https://insights.dublin.ie1.twilio.com', 'https://video.dublin.ie1.twilio.com'],
    ['https://insights.ie1.twilio.com', 'https://video.ie1.twilio.com'],
    // Everything else answers for both: no credential goes to another origin than it was entered for.
    ['https://gateway.example.org', 'https://gateway.example.org'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['https://insights.twilio.com:8443', 'https://insights.twilio.com:8443'],
    ['https://insights.twilio.com.example.org', 'https://insights.twilio.com.example.org'],
    ['https://insights.a.b.c.twilio.com', 'https://insights.a.b.c.twilio.com'],
    ['https://insightsxtwilio.com', 'https://insightsxtwilio.com'],
  ] as const)
    it(`is beside ${insights}`, () => assert.equal(videoOrigin(insights), video));
});

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

describe('The client of the Video API', () => {
  it('asks its own host, in pages, and lets no credential go to another', async () => {
    const requests: ApiRequest[] = [];
    const replies = [
      pageReply('rooms', [sent], 'https://video.twilio.com/v1/Rooms?Page=1'),
      pageReply('rooms', [], 'https://insights.twilio.com/v1/Rooms?Page=2'),
    ];
    const transport = {
      send: async (request: ApiRequest) => {
        requests.push(request);
        return replies[requests.length - 1] ?? assert.fail('no third request');
      },
      close: async () => undefined,
    };
    const client = new InsightsClient(transport, 'https://insights.twilio.com');
    const pages = client.video.listLiveRooms(never);
    assert.equal((await pages.next()).value?.items[0]?.key, sid);
    await pages.next();
    await assert.rejects(pages.next(), { kind: 'foreignPage' });
    assert.deepEqual(requests, [
      { path: '/v1/Rooms?Status=in-progress&PageSize=100', host: 'video' },
      { path: '/v1/Rooms?Page=1', host: 'video' },
    ]);
  });
});
