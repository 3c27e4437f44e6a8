import type { ParticipantSid, RoomSid } from '../../insights/core/sid.ts';
import { isRoomSid } from '../../insights/core/sid.ts';
import type { RoomChange } from '../model/storeState.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** In which room a participant was, of those whose participants were loaded. The API cannot be asked for it. */
export class ParticipantRooms {
  readonly #store: RoomStore;
  readonly #rooms = new Map<ParticipantSid, RoomSid>();
  readonly #onGrown: () => void;
  readonly #onChange = (change: RoomChange) => this.#follow(change);

  /** @param onGrown called when rooms of further participants are known */
  constructor(store: RoomStore, onGrown: () => void) {
    this.#store = store;
    this.#onGrown = onGrown;
    store.events.on('change', this.#onChange);
  }

  roomOf(sid: ParticipantSid): RoomSid | undefined {
    return this.#rooms.get(sid);
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
  }

  #follow(change: RoomChange): void {
    if (change.kind === 'account') this.#rooms.clear();
    if (change.kind !== 'participants' || !isRoomSid(change.key)) return;
    const participation = this.#store.participantsState(change.key);
    if (participation?.state !== 'complete') return;
    const before = this.#rooms.size;
    for (const { sid } of participation.participants) if (sid) this.#rooms.set(sid, change.key);
    if (this.#rooms.size > before) this.#onGrown();
  }
}
