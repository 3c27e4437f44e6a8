import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { SampleWorld } from '../../src/sample/world/world.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import {
  fieldsKnownToTwilio,
  listParticipantsWithTwilio,
  listRoomsWithTwilio,
  type TwilioField,
  twilioClient,
} from './twilioPeer.ts';

const now = Date.UTC(2026, 9, 14, 15, 30);
const createdAfter = new Date(now - 9 * 86_400_000);
const createdBefore = new Date(now + 60_000);

/** What the library makes of a raw resource: dates become dates, everything else stays. */
function asTwilioReads(
  raw: Record<string, unknown>,
  fields: readonly TwilioField[],
): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name, property, isDate }) => {
      const value = raw[name];
      return [property, isDate && typeof value === 'string' ? new Date(value) : value];
    }),
  );
}

describe('Twilio’s own client on the sample API', () => {
  let server: SampleServer;

  before(async () => {
    server = await startSampleServer({ now });
  });

  after(() => server.close());

  for (const pageSize of [9, 50, 1000]) {
    it(`reads every room, field by field, in pages of ${pageSize}`, async () => {
      const fields = fieldsKnownToTwilio('room');
      const listed = await listRoomsWithTwilio(server.url, { createdAfter, createdBefore, pageSize });
      assert.deepEqual(
        listed.map((room) => room.toJSON()),
        Array.from({ length: server.world.size }, (_, at) => asTwilioReads(server.world.room(at), fields)),
      );
    });
  }

  it('reads every participant of every room, field by field', async () => {
    const fields = fieldsKnownToTwilio('participant');
    for (let at = 0; at < 60; at++) {
      const sid = server.world.plan(at).sid;
      const pageSize = sid === sampleRooms.webinar.sid ? 300 : 5;
      const listed = await listParticipantsWithTwilio(server.url, sid, pageSize);
      assert.deepEqual(
        listed.map((one) => one.toJSON()),
        server.world.participants(at).map((raw) => asTwilioReads(raw, fields)),
      );
    }
  });

  it('filters by type and codec', async () => {
    const listed = await listRoomsWithTwilio(server.url, {
      createdAfter,
      createdBefore,
      roomType: ['go', 'peer_to_peer'],
      codec: ['H264', 'VP9'],
      pageSize: 3,
    });
    assert.ok(listed.length > 3);
    for (const room of listed) {
      assert.match(room.roomType, /^(go|peer.to.peer)$/);
      assert.ok(room.codecs.includes('H264') || room.codecs.includes('VP9'));
    }
  });

  it('fetches one room and one participant', async () => {
    const { rooms } = twilioClient(server.url).insights.v1;
    const room = await rooms(sampleRooms.dropped.sid).fetch();
    const [first] = await room.participants().list();
    assert.equal(room.roomName, sampleRooms.dropped.name);
    assert.ok(first);
    const again = await rooms(room.roomSid).participants(first.participantSid).fetch();
    assert.deepEqual(again.toJSON(), first.toJSON());
  });

  it('understands the errors', async () => {
    const missing = twilioClient(server.url).insights.v1.rooms(`RM${'0'.repeat(32)}`);
    await assert.rejects(missing.fetch(), { status: 404, code: 20404 });
    const forbidden = twilioClient(server.url, sampleAccounts.forbidden).insights.v1.rooms;
    await assert.rejects(forbidden.list(), { status: 403, code: 70051 });
  });
});

describe('what Twilio’s client knows', () => {
  for (const resource of ['room', 'participant'] as const) {
    it(`of a ${resource} is in the sample`, () => {
      const world = new SampleWorld({ now });
      const resources: Record<string, unknown>[] = Array.from({ length: world.size }, (_, at) => at).flatMap(
        (at): Record<string, unknown>[] => (resource === 'room' ? [world.room(at)] : world.participants(at)),
      );
      for (const { name, values = [] } of fieldsKnownToTwilio(resource)) {
        const present = new Set(resources.flatMap((one) => one[name]));
        assert.ok(
          resources.some((one) => one[name] !== undefined && one[name] !== null),
          name,
        );
        assert.deepEqual(new Set<unknown>(values).difference(present), new Set(), name);
      }
    });
  }
});
