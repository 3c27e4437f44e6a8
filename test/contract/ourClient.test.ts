import assert from 'node:assert/strict';
import { createClient } from '../../src/insights/client/createClient.ts';
import type { InsightsClient } from '../../src/insights/client/insightsClient.ts';
import type { Page } from '../../src/insights/client/paging.ts';
import { isParticipantSid, isRoomSid } from '../../src/insights/core/sid.ts';
import { Participant } from '../../src/insights/resources/participant.ts';
import type { FieldTable, Resource } from '../../src/insights/resources/resource.ts';
import { Room } from '../../src/insights/resources/room.ts';
import { hasLabel } from '../../src/text/enumLabels.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import {
  fieldsKnownToTwilio,
  listParticipantsWithTwilio,
  listRoomsWithTwilio,
  type TwilioField,
} from './twilioPeer.ts';

const now = Date.UTC(2026, 9, 14, 15, 30);
const query = { createdAfter: now - 9 * 86_400_000, createdBefore: now + 60_000 };
const never = new AbortController().signal;

async function collect<Item>(pages: AsyncIterable<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const page of pages) all.push(...page.items);
  return all;
}

/** What our reading of a field is in the terms of Twilio's: null for none, dates, numbers that are strings as sent. */
function inTwilioTerms(resource: Resource<FieldTable>, { name, isDate }: TwilioField): unknown {
  const value = resource.read(name);
  if (value === undefined) return resource.json[name];
  if (isDate) return new Date(value as number);
  return typeof resource.json[name] === 'string' ? resource.json[name] : value;
}

describe('Our client and Twilio’s own, on the same API', () => {
  let server: SampleServer;
  let client: InsightsClient;

  before(async () => {
    server = await startSampleServer({ now });
    const { username, password } = sampleAccounts.apiKey;
    const credentials = { username, password };
    client = createClient({ origin: server.url, credentials, userAgent: 'test', maxConcurrentRequests: 4 });
  });

  after(async () => {
    await client.close();
    await server.close();
  });

  for (const pageSize of [7, 50, 1000]) {
    it(`agree on every field of every room, in pages of ${pageSize}`, async () => {
      const fields = fieldsKnownToTwilio('room');
      const dates = {
        createdAfter: new Date(query.createdAfter),
        createdBefore: new Date(query.createdBefore),
      };
      const theirs = await listRoomsWithTwilio(server.url, { ...dates, pageSize });
      const ours = await collect(client.listRooms({ ...query, pageSize }, never));
      assert.ok(ours.length > 100);
      assert.deepEqual(
        ours.map((room) =>
          Object.fromEntries(fields.map((field) => [field.property, inTwilioTerms(room, field)])),
        ),
        theirs.map((room) => room.toJSON()),
      );
    });
  }

  it('agree on every field of every participant', async () => {
    const fields = fieldsKnownToTwilio('participant');
    for (let at = 0; at < 40; at++) {
      const { sid } = server.world.plan(at);
      assert.ok(isRoomSid(sid));
      const theirs = await listParticipantsWithTwilio(server.url, sid, 50);
      const ours = await collect(client.listParticipants(sid, never, 50));
      assert.deepEqual(
        ours.map((one) =>
          Object.fromEntries(fields.map((field) => [field.property, inTwilioTerms(one, field)])),
        ),
        theirs.map((one) => one.toJSON()),
      );
    }
  });

  it('agree on a single room and a single participant', async () => {
    const { sid } = server.world.plan(3);
    assert.ok(isRoomSid(sid));
    const room = await client.fetchRoom(sid, never);
    assert.deepEqual(room.json, { ...server.world.room(3) });
    const [first] = server.world.participants(3);
    assert.ok(isParticipantSid(first?.participant_sid));
    const participant = await client.fetchParticipant(sid, first.participant_sid, never);
    assert.deepEqual(participant.json, { ...first });
  });

  it('agree on what the filters leave', async () => {
    const filter = { roomType: ['group', 'go'], codec: ['VP8'] };
    const ours = await collect(client.listRooms({ ...query, ...filter, pageSize: 5 }, never));
    const theirs = await listRoomsWithTwilio(server.url, {
      createdAfter: new Date(query.createdAfter),
      createdBefore: new Date(query.createdBefore),
      roomType: ['group', 'go'],
      codec: ['VP8'],
      pageSize: 5,
    });
    assert.ok(ours.length > 5);
    assert.deepEqual(
      ours.map(({ sid }) => sid),
      theirs.map(({ roomSid }) => roomSid),
    );
  });
});

describe('What Twilio’s client knows', () => {
  for (const [kind, resource] of [
    ['room', new Room({})],
    ['participant', new Participant({})],
  ] as const) {
    const known = fieldsKnownToTwilio(kind);

    it(`of a ${kind}: we know every field`, () => {
      assert.ok(known.length > 10);
      assert.deepEqual(
        known.map(({ name }) => name).filter((name) => !Object.hasOwn(resource.fields, name)),
        [],
      );
    });

    it(`of a ${kind}: we have a word for every enumeration value`, () => {
      const values = known.flatMap((field) => field.values ?? []);
      assert.ok(values.length > 10);
      assert.deepEqual(
        values.filter((value) => !hasLabel(value)),
        [],
      );
    });
  }
});
