import assert from 'node:assert/strict';
import { parseSavedRoom } from '../../../../src/export/savedRoom/parseSavedRoom.ts';
import { savedResources, serializeSavedRoom } from '../../../../src/export/savedRoom/savedRoom.ts';
import { participantOfVideo, roomOfVideo } from '../../../../src/insights/resources/fromVideoApi.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { savedRoomStore } from '../../../../src/ui/documents/savedRoomStore.ts';
import { bytes, saved } from '../../export/savedRoom/savedSample.ts';

const inProgress = { room_status: 'in_progress', end_time: null, processing_state: 'in_progress' };

describe('A saved room', () => {
  for (const [source, seen] of [
    ['Insights', new Room({ ...saved.room, ...inProgress })],
    ['the Video API alone', roomOfVideo({ sid: `RM${'1'.repeat(32)}`, status: 'in-progress' })],
  ] as const) {
    it(`of ${source} that was missing is over, not live again`, async () => {
      const room = seen.asMissing();
      assert.equal(seen.live, true);
      const written = serializeSavedRoom({ ...saved, ...savedResources(room, []) });
      const store = await savedRoomStore(parseSavedRoom(bytes(written)));
      const again = store.room(room.key);
      assert.deepEqual([again?.missing, again?.live, again?.source], [true, false, room.source]);
      assert.deepEqual(again?.json, room.json);
    });
  }

  it('of an older version is read as it was', async () => {
    const older = JSON.parse(serializeSavedRoom({ ...saved, room: { ...saved.room, ...inProgress } }));
    assert.ok(!('missing' in older));
    const store = await savedRoomStore(parseSavedRoom(bytes(JSON.stringify(older))));
    assert.equal(store.room(String(saved.room.room_sid))?.live, true);
  });

  it('of the Video API alone is that again, and is copied as it was sent', async () => {
    const sid = `RM${'1'.repeat(32)}`;
    const room = roomOfVideo({ sid, status: 'in-progress', unique_name: 'standup' });
    const participant = participantOfVideo({
      sid: `PA${'2'.repeat(32)}`,
      identity: 'ada',
      state: 'connected',
    });
    const video = { room: room.sent, participants: [participant.sent] };
    const written = serializeSavedRoom({
      ...saved,
      room: room.json,
      participants: [participant.json],
      video,
    });
    const store = await savedRoomStore(parseSavedRoom(bytes(written)));
    const again = store.room(sid);
    assert.deepEqual([again?.source, again?.sent, again?.json], ['video', room.sent, room.json]);
    const [person] = store.participantsState(sid)?.participants ?? [];
    assert.deepEqual([person?.sent, person?.json], [participant.sent, participant.json]);
  });
});
