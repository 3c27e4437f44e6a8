import { foldSid, isRoomSid, type ParticipantSid, type RoomSid } from '../../insights/core/sid.ts';
import type { RoomChange } from '../model/storeState.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** A room and a participant in it, both as Twilio spells them. */
export type ParticipantPlace = readonly [room: RoomSid, participant: ParticipantSid];

/** Maps participants to rooms, for rooms whose participants were loaded. The API has no such request. */
export class ParticipantRooms {
  readonly #store: RoomStore;
  /** By folded SID of the participant. */
  readonly #places = new Map<ParticipantSid, ParticipantPlace>();
  readonly #onGrown: () => void;
  readonly #onChange = (change: RoomChange) => this.#follow(change);

  /** @param onGrown called when the rooms of further participants are known */
  constructor(store: RoomStore, onGrown: () => void) {
    this.#store = store;
    this.#onGrown = onGrown;
    store.events.on('change', this.#onChange);
  }

  /** Undefined if the participant was never loaded. */
  find(sid: ParticipantSid): ParticipantPlace | undefined {
    return this.#places.get(foldSid(sid));
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
  }

  #follow(change: RoomChange): void {
    if (change.kind === 'account') this.#places.clear();
    if (change.kind !== 'participants' || !isRoomSid(change.key)) return;
    const loaded = this.#store.participantsState(change.key);
    if (loaded?.state !== 'complete') return;
    const before = this.#places.size;
    for (const { sid } of loaded.participants) if (sid) this.#places.set(foldSid(sid), [change.key, sid]);
    if (this.#places.size > before) this.#onGrown();
  }
}
