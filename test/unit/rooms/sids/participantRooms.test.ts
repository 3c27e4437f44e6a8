import assert from 'node:assert/strict';
import type { ParticipantSid, RoomSid } from '../../../../src/insights/core/sid.ts';
import { ParticipantRooms } from '../../../../src/rooms/sids/participantRooms.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../../src/sample/sampleClient.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';

const dropped = sampleRooms.dropped.sid as RoomSid;
const live = sampleRooms.live.sid as RoomSid;

describe('The room of a participant', () => {
  it('is known once the participants of the room were loaded, until another account signs in', async () => {
    const store = new RoomStore();
    store.use(sampleClient());
    let grown = 0;
    const rooms = new ParticipantRooms(store, () => grown++);
    await store.loadParticipants(dropped);
    const sids = (store.participantsState(dropped)?.participants ?? []).map(
      ({ sid }) => sid as ParticipantSid,
    );
    assert.ok(sids.length > 1);
    for (const sid of sids) {
      assert.deepEqual(rooms.find(sid), [dropped, sid]);
      const upperCase = `PA${sid.slice(2).toUpperCase()}` as const;
      assert.deepEqual(rooms.find(upperCase), [dropped, sid], 'in whatever case it is written');
    }
    assert.equal(grown, 1);
    await store.loadParticipants(dropped);
    assert.equal(grown, 1, 'the same participants tell nothing new');
    await store.loadParticipants(live);
    assert.equal(grown, 2);
    store.use(undefined);
    for (const sid of sids) assert.equal(rooms.find(sid), undefined);
  });
});
