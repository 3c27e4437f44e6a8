import type { SavedRoom } from '../../export/savedRoom/savedRoom.ts';
import type { Page } from '../../insights/client/paging.ts';
import { Participant } from '../../insights/resources/participant.ts';
import { Room } from '../../insights/resources/room.ts';
import type { RoomSource } from '../../rooms/model/storeState.ts';
import { RoomStore } from '../../rooms/store/roomStore.ts';

/** Creates a store that holds only the saved room, so that views of the account's store can show it too. */
export async function savedRoomStore(saved: SavedRoom): Promise<RoomStore> {
  const store = new RoomStore();
  store.use(savedSource(saved));
  const { sid } = new Room(saved.room);
  if (sid) {
    await store.fetchRoom(sid);
    await store.loadParticipants(sid);
  }
  return store;
}

/** Serves a saved room as the API would, without network. */
function savedSource({
  room: json,
  participants,
  complete,
  unreadable,
  video,
  missing,
}: SavedRoom): RoomSource {
  const room = new Room(json, video ? 'video' : 'insights', video?.room, missing);
  const items = participants.map((one, index) => new Participant(one, video?.participants[index]));
  return {
    maxConcurrentRequests: 1,
    async *listRooms(): AsyncGenerator<Page<Room>, void, undefined> {
      yield { items: [room], unreadable: 0, more: false };
    },
    fetchRoom: async () => room,
    async *listParticipants(): AsyncGenerator<Page<Participant>, void, undefined> {
      yield { items, unreadable, more: false };
      if (!complete) throw new Error('Not all participants were loaded when this room was saved.');
    },
  };
}
