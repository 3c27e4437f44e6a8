import assert from 'node:assert/strict';
import { isRoomSid } from '../../../../src/insights/core/sid.ts';
import { pageState } from '../../../../src/pages/room/roomPage.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../../src/sample/sampleClient.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { Format } from '../../../../src/text/format.ts';
import { callOf } from '../../../callOf.ts';

const now = Date.UTC(2026, 10, 25, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });

async function sample({ sid }: { readonly sid: string }) {
  assert.ok(isRoomSid(sid));
  const store = new RoomStore();
  store.use(sampleClient(() => now));
  const room = await store.fetchRoom(sid);
  await store.loadParticipants(sid);
  const participantsState = store.participantsState(sid);
  const call = callOf(room, participantsState, format);
  return { room, participantsState, call, loading: false, signedIn: true };
}

describe('What the page shows of a room', () => {
  it('is at first the same as later, but for words that the first picture does not need', async () => {
    const facts = await sample(sampleRooms.webinar);
    const { call, participants, ...others } = pageState({ ...facts, firstOnly: true }, format);
    const whole = pageState(facts, format);
    assert.deepEqual({ ...others, call: whole.call, participants: whole.participants }, whole);
    assert.equal(participants?.total, 1000);
    assert.deepEqual(participants?.rows, whole.participants?.rows.slice(0, 30));
    const [lanes = [], all = []] = [call?.timeline?.lanes, whole.call?.timeline?.lanes];
    assert.deepEqual(lanes.slice(0, 60), all.slice(0, 60));
    const wordless = all.map((lane, index) =>
      index < 60 ? lane : { ...lane, stays: lane.stays.map((stay) => ({ ...stay, lines: [] })) },
    );
    assert.deepEqual(lanes, wordless);
    assert.ok(all.every(({ stays }) => stays.every(({ lines }) => lines.length > 1)));
  });

  it('is at once all of a small room', async () => {
    const facts = await sample(sampleRooms.duplicateIdentity);
    assert.deepEqual(pageState({ ...facts, firstOnly: true }, format), pageState(facts, format));
  });
});
