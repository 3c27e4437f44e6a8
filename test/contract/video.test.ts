import assert from 'node:assert/strict';
import { createClient } from '../../src/insights/client/createClient.ts';
import type { InsightsClient } from '../../src/insights/client/insightsClient.ts';
import type { Page } from '../../src/insights/client/paging.ts';
import { isRoomSid } from '../../src/insights/core/sid.ts';
import type { FieldTable, Resource } from '../../src/insights/resources/resource.ts';
import { hasLabel } from '../../src/text/enumLabels.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import {
  fieldsKnownToTwilio,
  listLiveRoomsWithTwilio,
  listPresentWithTwilio,
  type TwilioField,
} from './twilioPeer.ts';

const now = Date.UTC(2026, 9, 14, 15, 30);
const never = new AbortController().signal;

/** The Insights API's name of what the Video API calls so; all others have the same name or are not there. */
const ours: Readonly<Record<'room' | 'participant', Readonly<Record<string, string>>>> = {
  room: {
    sid: 'room_sid',
    unique_name: 'room_name',
    date_created: 'create_time',
    type: 'room_type',
    status: 'room_status',
    duration: 'duration_sec',
    video_codecs: 'codecs',
    record_participants_on_connect: 'recording_enabled',
  },
  participant: {
    sid: 'participant_sid',
    identity: 'participant_identity',
    start_time: 'join_time',
    end_time: 'leave_time',
    duration: 'duration_sec',
  },
};

async function collect<Item>(pages: AsyncIterable<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const page of pages) all.push(...page.items);
  return all;
}

/** Every field that Twilio's library knows, as we read it: under our name for it if we have one. */
function inTwilioTerms(
  resource: Resource<FieldTable>,
  kind: 'room' | 'participant',
): Record<string, unknown> {
  const read = ({ name, isDate }: TwilioField): unknown => {
    const field = ours[kind][name] ?? name;
    const value = resource.read(field) ?? resource.json[field] ?? null;
    if (!isDate || value === null) return value;
    return typeof value === 'number' || typeof value === 'string' ? new Date(value) : value;
  };
  return Object.fromEntries(fieldsKnownToTwilio(kind, 'video').map((field) => [field.property, read(field)]));
}

describe('Our client and Twilio’s own, on the Video API', () => {
  let server: SampleServer;
  let client: InsightsClient;

  before(async () => {
    // Rooms have begun since the moment of the world, which Insights does not list.
    server = await startSampleServer({ now, clock: () => now + 600_000 });
    const { username, password } = sampleAccounts.apiKey;
    const credentials = { username, password };
    client = createClient({ origin: server.url, credentials, userAgent: 'test', maxConcurrentRequests: 4 });
  });

  after(async () => {
    await client.close();
    await server.close();
  });

  it('agree on every field of every room in progress', async () => {
    const theirs = await listLiveRoomsWithTwilio(server.url, 3);
    const mine = await collect(client.video.listLiveRooms(never));
    assert.ok(theirs.length > 5);
    assert.deepEqual(
      mine.map((room) => inTwilioTerms(room, 'room')),
      theirs.map((room) => room.toJSON()),
    );
    const listed = await collect(
      client.listRooms({ createdAfter: now - 86_400_000, createdBefore: now + 600_000 }, never),
    );
    const insights = new Set(listed.map(({ sid }) => sid));
    assert.ok(
      mine.some(({ sid }) => !insights.has(sid)),
      'one that Insights leaves out',
    );
  });

  for (const status of ['connected', 'disconnected'] as const) {
    it(`agree on every field of everybody who is ${status}`, async () => {
      let count = 0;
      for (const { sid } of await collect(client.video.listLiveRooms(never))) {
        assert.ok(isRoomSid(sid));
        const theirs = await listPresentWithTwilio(server.url, sid, status);
        const mine = await collect(client.video.listParticipants(sid, status, never));
        assert.deepEqual(
          mine.map((one) => inTwilioTerms(one, 'participant')),
          theirs.map((one) => one.toJSON()),
        );
        assert.ok(mine.every(({ ended }) => ended === (status === 'disconnected')));
        count += mine.length;
      }
      assert.ok(count > 0);
    });
  }

  it('agree on a room that has ended', async () => {
    const { sid } = server.world.plan(12);
    assert.ok(isRoomSid(sid));
    const room = await client.video.fetchRoom(sid, never);
    assert.deepEqual([room.live, room.read('duration_sec')], [false, server.world.plan(12).seconds]);
  });
});

for (const kind of ['room', 'participant'] as const) {
  it(`Of every enumeration value of a ${kind} that Twilio’s Video client knows we have a word`, () => {
    const values = fieldsKnownToTwilio(kind, 'video').flatMap((field) => field.values ?? []);
    assert.ok(values.length > 2);
    assert.deepEqual(
      values.filter((value) => !hasLabel(value)),
      [],
    );
  });
}
