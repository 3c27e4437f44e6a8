import type { RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { type LabelOf, participantLabels } from '../../text/names/participantLabels.ts';
import { plainText } from '../../text/plainText.ts';
import { foldText } from '../../unicode/foldText.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** A room with its matching participants. */
export interface ParticipantMatch {
  readonly room: Room;
  readonly participants: readonly Participant[];
  /** Gives the label of a participant among all of the room. */
  readonly labelOf: LabelOf;
}

export interface SearchProgress {
  /** Rooms whose participants were searched, and the number of all rooms. */
  readonly searched: number;
  readonly total: number;
  /** Rooms whose participants could not be loaded. */
  readonly failed: number;
  readonly matches: readonly ParticipantMatch[];
}

/** Rooms that are loaded concurrently: few, so that the account's other users get their turn. */
const maxConcurrent = 4;

/**
 * Searches many rooms, newest first, for a participant by a part of the identity or SID. Known participants
 * are searched at once; the others are loaded a few rooms at a time, and the store caches them.
 */
export class ParticipantSearch {
  readonly #store: RoomStore;
  readonly #rooms: readonly (Room & { readonly sid: RoomSid })[];

  /** Cache: participants are the same object until the store loads them again. */
  readonly #labels = new WeakMap<readonly Participant[], LabelOf>();

  /** @param rooms in the order in which they are searched */
  constructor(store: RoomStore, rooms: readonly Room[]) {
    this.#store = store;
    this.#rooms = rooms.filter((room): room is Room & { readonly sid: RoomSid } => room.sid !== undefined);
  }

  /** Number of rooms whose participants a search has to load: at least as many requests. */
  get cost(): number {
    return this.#rooms.filter((room) => !this.#isKnown(room)).length;
  }

  /** The matches among known participants, without a request. */
  known(typed: string): SearchProgress {
    const rooms = this.#rooms.filter((room) => this.#isKnown(room));
    const matches = rooms.flatMap((room) => this.#matchIn(room, typed));
    return { searched: rooms.length, total: this.#rooms.length, failed: 0, matches };
  }

  /**
   * Searches all rooms and reports the progress after each one. Ends early, without an error, if the signal
   * is aborted.
   */
  async run(
    typed: string,
    signal: AbortSignal,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<void> {
    const order = new Map(this.#rooms.map((room, index): [Room, number] => [room, index]));
    const indexOf = ({ room }: ParticipantMatch) => order.get(room) ?? 0;
    let { searched, matches } = this.known(typed);
    let failed = 0;
    const report = () => onProgress({ searched, total: this.#rooms.length, failed, matches });
    const waiting = this.#rooms.filter((room) => !this.#isKnown(room)).values();
    report();
    const lane = async () => {
      // The lanes share one iterator: each room is searched by one of them.
      for (const room of waiting) {
        if (signal.aborted) return;
        await this.#store.loadParticipants(room.sid, undefined, { inBulk: true });
        if (signal.aborted) return;
        if (this.#store.participantsState(room.key)?.state === 'complete') searched++;
        else failed++;
        const found = this.#matchIn(room, typed);
        if (found.length > 0) matches = [...matches, ...found].sort((a, b) => indexOf(a) - indexOf(b));
        report();
      }
    };
    await Promise.all(Array.from({ length: maxConcurrent }, lane));
  }

  #isKnown({ key }: Room): boolean {
    const participants = this.#store.participantsState(key);
    return participants?.state === 'complete' && !participants.stale;
  }

  /** The room with its matching participants, or an empty array. */
  #matchIn(room: Room, typed: string): ParticipantMatch[] {
    const part = foldText(plainText(typed));
    if (part === '') return [];
    const { participants } = this.#store.participantsState(room.key) ?? { participants: [] };
    const matching = participants.filter((participant) => {
      const identity = participant.read('participant_identity') ?? '';
      return foldText(`${plainText(identity)}\n${participant.sid ?? ''}`).includes(part);
    });
    if (matching.length === 0) return [];
    const labelOf = this.#labels.get(participants) ?? participantLabels(participants);
    this.#labels.set(participants, labelOf);
    return [{ room, participants: matching, labelOf }];
  }
}
