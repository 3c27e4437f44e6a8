import type { RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { foldText } from '../../text/foldText.ts';
import { plainText } from '../../text/plainText.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** A room with those of its participants that were looked for. */
export interface ParticipantMatch {
  readonly room: Room;
  readonly participants: readonly Participant[];
}

export interface SearchProgress {
  /** Rooms whose participants were searched, and all of them. */
  readonly searched: number;
  readonly total: number;
  /** Rooms whose participants could not be loaded. */
  readonly failed: number;
  readonly matches: readonly ParticipantMatch[];
}

/** Rooms whose participants are loaded at the same time: a few, so that the account's other users get their turn. */
const maxConcurrent = 4;

/**
 * Looks for a participant by a part of the identity or of the SID in many
 * rooms, the newest first. What is known is searched at once, the rest loaded
 * a few rooms at a time, and remembered by the store.
 */
export class ParticipantSearch {
  readonly #store: RoomStore;
  readonly #rooms: readonly (Room & { readonly sid: RoomSid })[];

  /** @param rooms in the order in which they are searched */
  constructor(store: RoomStore, rooms: readonly Room[]) {
    this.#store = store;
    this.#rooms = rooms.filter((room): room is Room & { readonly sid: RoomSid } => room.sid !== undefined);
  }

  /** How many rooms' participants have to be loaded for a search: at least as many requests. */
  get cost(): number {
    return this.#rooms.filter((room) => !this.#isKnown(room)).length;
  }

  /** What can be said without a request. */
  known(typed: string): SearchProgress {
    const rooms = this.#rooms.filter((room) => this.#isKnown(room));
    const matches = rooms.flatMap((room) => this.#matchIn(room, typed));
    return { searched: rooms.length, total: this.#rooms.length, failed: 0, matches };
  }

  /**
   * Searches all rooms, and tells after each how far it has come. Ends early,
   * without an error, when the signal says so.
   */
  async run(
    typed: string,
    signal: AbortSignal,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<void> {
    const places = new Map(this.#rooms.map((room, place): [Room, number] => [room, place]));
    const placeOf = ({ room }: ParticipantMatch) => places.get(room) ?? 0;
    let { searched, matches } = this.known(typed);
    let failed = 0;
    const tell = () => onProgress({ searched, total: this.#rooms.length, failed, matches });
    const waiting = this.#rooms.filter((room) => !this.#isKnown(room)).values();
    tell();
    const lane = async () => {
      // The lanes take from the same iterator: each room is searched by one of them.
      for (const room of waiting) {
        if (signal.aborted) return;
        await this.#store.loadParticipants(room.sid, undefined, { inBulk: true });
        if (signal.aborted) return;
        if (this.#store.participantsState(room.key)?.state === 'complete') searched++;
        else failed++;
        const found = this.#matchIn(room, typed);
        if (found.length > 0) matches = [...matches, ...found].sort((a, b) => placeOf(a) - placeOf(b));
        tell();
      }
    };
    await Promise.all(Array.from({ length: maxConcurrent }, lane));
  }

  #isKnown({ key }: Room): boolean {
    const participation = this.#store.participantsState(key);
    return participation?.state === 'complete' && !participation.stale;
  }

  /** The room with those who match, or nothing. */
  #matchIn(room: Room, typed: string): ParticipantMatch[] {
    const part = foldText(plainText(typed));
    if (part === '') return [];
    const { participants } = this.#store.participantsState(room.key) ?? { participants: [] };
    const matching = participants.filter((participant) => {
      const identity = participant.read('participant_identity') ?? '';
      return foldText(`${plainText(identity)}\n${participant.sid ?? ''}`).includes(part);
    });
    return matching.length > 0 ? [{ room, participants: matching }] : [];
  }
}
