import { EventEmitter } from 'node:events';
import { foldSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';

/** The participants of the rooms, by key. */
interface Participants {
  /**
   * Undefined unless the participants of the room were requested; if they were, the room stays in the table.
   */
  get(key: string): unknown;
  /** Called when a room has changed or may change at any time: its participants may have changed. */
  markStale(key: string): void;
}

interface Row {
  room: Room;
  /** Number of the latest list that contained it; undefined if it is not listed. */
  broughtBy: number | undefined;
}

/**
 * The known rooms by key: all listed ones, and those that were looked up. One table for both, because a table
 * is slow for a moment when it grows.
 */
export class RoomTable {
  /** Emits the key of a room that was updated or fetched by its SID; not of rooms of a list. */
  readonly events = new EventEmitter<{ change: [key: string] }>();
  readonly #participants: Participants;
  readonly #rooms = new Map<string, Row>();
  /** Keys with upper-case digits by their folded SIDs: mostly none, as Twilio's own SIDs are in lower case. */
  readonly #upperCase = new Map<string, string>();
  #listedCount = 0;
  /** Keys of the rooms in progress. */
  readonly #liveKeys = new Set<string>();
  /** Rooms that were fetched by their SID. */
  readonly #fetchedBySid = new Set<string>();
  #inListOrder: Room[] | undefined;
  #live: { readonly revision: number; readonly rooms: readonly Room[] } | undefined;
  #revision = 0;

  constructor(participants: Participants) {
    this.#participants = participants;
  }

  /** Incremented whenever a listed room is added, removed or may render differently. */
  get revision(): number {
    return this.#revision;
  }

  /** Number of rooms in the window. */
  get listedCount(): number {
    return this.#listedCount;
  }

  get(key: string): Room | undefined {
    return this.#row(key)?.room;
  }

  isListed(key: string): boolean {
    return this.#row(key)?.broughtBy !== undefined;
  }

  /** The key of a known room, whose digits may be in another case; of an unknown room, the given one. */
  keyOf<Key extends string>(key: Key): Key;
  keyOf(key: string): string {
    if (this.#rooms.has(key)) return key;
    const folded = foldSid(key);
    const known = this.#upperCase.get(folded) ?? folded;
    return this.#rooms.has(known) ? known : key;
  }

  /** The rooms of the window, in no particular order. */
  *listed(): Generator<Room, void, undefined> {
    for (const { room, broughtBy } of this.#rooms.values()) if (broughtBy !== undefined) yield room;
  }

  /** See `RoomStore.listedInOrder`. */
  get inListOrder(): readonly Room[] {
    // A room that was known before it was listed is not among them yet.
    if (this.#inListOrder?.length !== this.#listedCount) this.#inListOrder = [...this.listed()];
    return this.#inListOrder;
  }

  /** The rooms in progress that are listed, or were fetched by their SID. */
  get live(): readonly Room[] {
    if (this.#live?.revision === this.#revision) return this.#live.rooms;
    const keys = [...this.#liveKeys].filter((key) => this.isListed(key) || this.#fetchedBySid.has(key));
    const rooms = keys.flatMap((key) => this.get(key) ?? []);
    this.#live = { revision: this.#revision, rooms };
    return rooms;
  }

  /** Inserts or updates a room of the list with this number; true if the list has not contained it before. */
  upsertListed(sid: string, room: Room, list: number): boolean {
    const key = this.keyOf(sid);
    const before = this.#rooms.get(key);
    const broughtBy = before?.broughtBy;
    if (broughtBy === undefined) {
      this.#listedCount++;
      this.#revision++;
    }
    if (before) {
      before.broughtBy = list;
      this.#replace(key, before, room);
    } else {
      this.#put(key, { room, broughtBy: list });
      this.#inListOrder?.push(room);
      this.#participants.markStale(key);
    }
    return broughtBy !== list;
  }

  /** Adds a room in progress that no list contained, as a room of the window. */
  add(key: string, room: Room): void {
    this.upsertListed(key, room, this.#row(key)?.broughtBy ?? 0);
  }

  /** Inserts or updates a room that was fetched by its SID, listed or not. */
  addFetched(sid: string, room: Room): void {
    const key = this.keyOf(sid);
    this.#fetchedBySid.add(key);
    const before = this.#rooms.get(key);
    if (before) {
      this.#replace(key, before, room);
    } else {
      this.#put(key, { room, broughtBy: undefined });
      this.#revision++;
      this.#participants.markStale(key);
    }
    this.events.emit('change', key);
  }

  /** Removes rooms from the window; they stay known. */
  unlist(isGone: (room: Room, broughtBy: number) => boolean): void {
    for (const row of this.#rooms.values()) {
      if (row.broughtBy === undefined || !isGone(row.room, row.broughtBy)) continue;
      row.broughtBy = undefined;
      this.#listedCount--;
      this.#revision++;
      this.#inListOrder = undefined;
    }
  }

  /** Updates a room after a live refresh, if it renders differently. */
  update(room: Room): void {
    const key = this.keyOf(room.key);
    const before = this.#rooms.get(key);
    if (before && looksSame(before.room, room)) return;
    this.#put(key, { room, broughtBy: before?.broughtBy });
    this.#inListOrder = undefined;
    this.#revision++;
    // Of a missing room there is nothing to load.
    if (!room.missing) this.#participants.markStale(key);
    this.events.emit('change', key);
  }

  /**
   * Drops rooms that are not listed any more, unless their participants were requested or they were fetched
   * by SID.
   */
  forgetUnlisted(): void {
    if (this.#rooms.size === this.#listedCount) return;
    for (const [key, { broughtBy }] of this.#rooms) {
      if (broughtBy !== undefined || this.#participants.get(key) !== undefined || this.#fetchedBySid.has(key))
        continue;
      this.#rooms.delete(key);
      this.#upperCase.delete(foldSid(key));
      this.#liveKeys.delete(key);
    }
  }

  /** Drops everything: the account has changed. */
  forget(): void {
    this.#revision++;
    this.#rooms.clear();
    this.#upperCase.clear();
    this.#listedCount = 0;
    this.#liveKeys.clear();
    this.#inListOrder = undefined;
    this.#fetchedBySid.clear();
  }

  /** Replaces the object of a known room only if it renders differently. */
  #replace(key: string, row: Row, room: Room): void {
    const changed = !looksSame(row.room, room);
    // The participants of a room in progress may have changed even if the room has not.
    if (changed || room.live) this.#participants.markStale(key);
    if (!changed) return;
    this.#put(key, { room, broughtBy: row.broughtBy });
    this.#inListOrder = undefined;
    this.#revision++;
  }

  #row(key: string): Row | undefined {
    return this.#rooms.get(key) ?? this.#rooms.get(this.keyOf(key));
  }

  #put(key: string, row: Row): void {
    this.#rooms.set(key, row);
    const folded = foldSid(key);
    if (folded !== key) this.#upperCase.set(folded, key);
    if (row.room.live) this.#liveKeys.add(key);
    else if (this.#liveKeys.size > 0) this.#liveKeys.delete(key);
  }
}

function looksSame(one: Room, other: Room): boolean {
  return one.source === other.source && one.missing === other.missing && one.equals(other);
}
