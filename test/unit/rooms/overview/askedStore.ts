import type { RoomSid } from '../../../../src/insights/core/sid.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import type { Room } from '../../../../src/insights/resources/room.ts';
import type { RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { ParticipantLoad } from '../../../../src/rooms/overview/participantLoad.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';

export const sid = (n: number): RoomSid => `RM${String(n).padStart(32, '0')}`;
export const sids = (count: number) => Array.from({ length: count }, (_, n) => sid(n));

/** A store that records which rooms' participants are requested; the test answers the requests. */
export class Asked {
  readonly store = new RoomStore();
  readonly rooms: RoomSid[] = [];
  mostAtOnce = 0;
  #running = 0;

  constructor(answer: (room: RoomSid) => Promise<unknown> | undefined, listed: Room[] = []) {
    const asked = this;
    async function* listParticipants(room: RoomSid) {
      asked.rooms.push(room);
      asked.#running++;
      asked.mostAtOnce = Math.max(asked.mostAtOnce, asked.#running);
      try {
        await answer(room);
      } finally {
        asked.#running--;
      }
      yield { items: [new Participant({ participant_sid: room.replace('RM', 'PA') })], unreadable: 0 };
    }
    async function* listRooms() {
      yield { items: listed, unreadable: 0 };
    }
    const source = { maxConcurrentRequests: 8, listParticipants, listRooms };
    this.store.use(source as unknown as RoomSource);
  }

  load(rooms: readonly RoomSid[]): ParticipantLoad {
    return new ParticipantLoad(this.store, rooms, () => {});
  }
}
