import assert from 'node:assert/strict';
import { parseSavedRoom } from '../../../../src/export/savedRoom/parseSavedRoom.ts';
import { serializeSavedRoom } from '../../../../src/export/savedRoom/savedRoom.ts';
import { participantOfVideo, roomOfVideo } from '../../../../src/insights/resources/fromVideoApi.ts';
import { savedRoomStore } from '../../../../src/ui/documents/savedRoomStore.ts';
import { bytes, saved } from '../../export/savedRoom/savedSample.ts';

describe('A saved room', () => {
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
