import assert from 'node:assert/strict';
import type { SavedRoom } from '../../../../src/export/savedRoom/savedRoom.ts';
import { SavedRoomError } from '../../../../src/export/savedRoom/savedRoomError.ts';
import { isRoomSid, type RoomSid } from '../../../../src/insights/core/sid.ts';
import { pageState } from '../../../../src/pages/room/roomPage.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../../src/sample/sampleClient.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { Format } from '../../../../src/text/format.ts';
import { savedRoomStore } from '../../../../src/ui/documents/savedRoomStore.ts';
import { callOf } from '../../../callOf.ts';

const savedAt = Date.UTC(2026, 10, 25, 12);
const day = 86_400_000;
const formatAt = (now: number) => new Format({ locale: 'en', times: 'utc', now: () => now });

/** A sample room as the account shows it, and as it is saved at that moment. */
async function sample(sid: string) {
  assert.ok(isRoomSid(sid));
  const store = new RoomStore();
  store.use(sampleClient(() => savedAt));
  const room = await store.fetchRoom(sid);
  await store.loadParticipants(sid);
  const participants = store.participantsState(sid)?.participants.map(({ json }) => json) ?? [];
  const saved: SavedRoom = {
    savedAt,
    source: { account: `AC${'0'.repeat(32)}`, origin: 'https://insights.twilio.com' },
    ...{ complete: true, unreadable: 0, room: room.json, participants },
  };
  return { sid, store, saved };
}

function stateOf(store: RoomStore, sid: RoomSid, now: number, saved?: SavedRoom) {
  const [room, participantsState] = [store.room(sid), store.participantsState(sid)];
  const format = formatAt(now);
  const call = callOf(room, participantsState, saved ? format.asOf(saved.savedAt) : format);
  const chosen = participantsState?.participants[0]?.key;
  const facts = { room, participantsState, call, loading: false, signedIn: true, chosen, saved };
  return pageState(facts, format);
}

describe('The page of a saved room', () => {
  for (const [name, { sid: of }] of Object.entries(sampleRooms)) {
    it(`shows ${name} as the account showed it when it was saved, also years later`, async () => {
      const { sid, store, saved } = await sample(of);
      // There is nothing to wait for in a file.
      const { watched, ...live } = stateOf(store, sid, savedAt);
      assert.equal(watched, live.room?.status.tone === 'live' ? false : undefined);
      const later = stateOf(await savedRoomStore(saved), sid, savedAt + 1000 * day, saved);
      assert.ok(later.saved && later.call && live.call);
      const { saved: line, call, ...rest } = later;
      assert.match(
        line.line,
        /^Saved on Wed, Nov 25, 2026, 12:00:00 UTC, from AC0+ at insights\.twilio\.com; not live$/,
      );
      assert.deepEqual({ ...rest, call: { ...call, freshness: live.call.freshness } }, live);
    });
  }

  it('says by today’s clock what has become of the room at Twilio', async () => {
    const { sid, saved } = await sample(sampleRooms.dropped.sid);
    const store = await savedRoomStore(saved);
    const freshness = (days: number) =>
      stateOf(store, sid, savedAt + days * day, saved).call?.freshness ?? '';
    assert.match(freshness(1), /^Complete · Twilio deletes it in 5 days/);
    assert.match(freshness(30), /^Twilio has deleted this room \(.*2026.*UTC\)$/);
  });

  it('says of a room that was live that what came after is not there', async () => {
    const { sid, saved } = await sample(sampleRooms.live.sid);
    const { call, room } = stateOf(await savedRoomStore(saved), sid, savedAt + 3 * day, saved);
    assert.equal(call?.freshness, 'In progress when it was saved; what came after is not in the file');
    assert.equal(room?.status.label, 'In progress');
  });

  it('says when not everybody is in the file, and fails at nothing', async () => {
    const { sid, saved } = await sample(sampleRooms.dropped.sid);
    const partial = { ...saved, complete: false, participants: saved.participants.slice(0, 1) };
    const state = stateOf(await savedRoomStore(partial), sid, savedAt, partial);
    assert.equal(state.saved?.note, 'Not all participants were loaded when this room was saved.');
    assert.equal(state.participants?.rows.length, 1);
    assert.equal(state.failure, undefined);
  });

  it('says from which rooms it comes where these were samples', async () => {
    const { sid, saved } = await sample(sampleRooms.dropped.sid);
    const of = { ...saved, source: { account: null, origin: null } };
    assert.match(
      stateOf(await savedRoomStore(of), sid, savedAt, of).saved?.line ?? '',
      /, from the sample rooms; not live$/,
    );
  });

  it('says what is wrong with a file, and offers its text', () => {
    const problem = new SavedRoomError('damaged');
    const facts = {
      room: undefined,
      participantsState: undefined,
      call: undefined,
      loading: false,
      signedIn: false,
      problem,
    };
    const { failure } = pageState(facts, formatAt(savedAt));
    assert.equal(failure?.title, 'This saved room is damaged');
    assert.deepEqual(failure?.actions, [{ id: 'openText', label: 'Open as Text' }]);
  });
});
