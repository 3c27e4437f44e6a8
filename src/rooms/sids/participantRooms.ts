import type { ParticipantSid, RoomSid } from '../../insights/core/sid.ts';
import { isRoomSid } from '../../insights/core/sid.ts';
import type { RoomChange } from '../model/storeState.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** Maps participants to rooms, for rooms whose participants were loaded. The API has no such request. */
export class ParticipantRooms {
  readonly #store: RoomStore;
  readonly #rooms = new Map<ParticipantSid, RoomSid>();
  readonly #onGrown: () => void;
  readonly #onChange = (change: RoomChange) => this.#follow(change);

  /** @param onGrown called when the rooms of further participants are known */
  constructor(store: RoomStore, onGrown: () => void) {
    this.#store = store;
    this.#onGrown = onGrown;
    store.events.on('change', this.#onChange);
  }

  /** Undefined if the participant was never loaded. */
  roomOf(sid: ParticipantSid): RoomSid | undefined {
    return this.#rooms.get(sid);
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
  }

  #follow(change: RoomChange): void {
    if (change.kind === 'account') this.#rooms.clear();
    if (change.kind !== 'participants' || !isRoomSid(change.key)) return;
    const loaded = this.#store.participantsState(change.key);
    if (loaded?.state !== 'complete') return;
    const before = this.#rooms.size;
    for (const { sid } of loaded.participants) if (sid) this.#rooms.set(sid, change.key);
    if (this.#rooms.size > before) this.#onGrown();
  }
}
