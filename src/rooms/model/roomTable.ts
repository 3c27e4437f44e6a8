import { EventEmitter } from 'node:events';
import type { Room } from '../../insights/resources/room.ts';

/** The participants that are known. */
interface Participants {
  /** Anything but undefined for a room whose participants were requested: it stays in the table. */
  get(key: string): unknown;
  /** The room changed, or can change any time: its participants may have changed. */
  markStale(key: string): void;
}

interface Row {
  room: Room;
  /** The number of the list that brought it last; undefined where it is not listed. */
  broughtBy: number | undefined;
}

/**
 * The rooms that are known, by their key: every listed one, and those that were
 * looked at. One table for both: one that grows is slow for a moment.
 */
export class RoomTable {
  /** Fires with the key of a room that was updated or fetched by its SID; not for what a list brings. */
  readonly events = new EventEmitter<{ change: [key: string] }>();
  readonly #participants: Participants;
  readonly #rooms = new Map<string, Row>();
  #listedCount = 0;
  /** Keys of those that are in progress. */
  readonly #liveKeys = new Set<string>();
  /** Rooms that were fetched by their SID. */
  readonly #fetchedBySid = new Set<string>();
  #inListOrder: Room[] | undefined;
  #live: { readonly revision: number; readonly rooms: readonly Room[] } | undefined;
  #revision = 0;

  constructor(participants: Participants) {
    this.#participants = participants;
  }

  /** Grows whenever the listed rooms are others than before, or may look otherwise. */
  get revision(): number {
    return this.#revision;
  }

  /** How many are in the window. */
  get listedCount(): number {
    return this.#listedCount;
  }

  get(key: string): Room | undefined {
    return this.#rooms.get(key)?.room;
  }

  isListed(key: string): boolean {
    return this.#rooms.get(key)?.broughtBy !== undefined;
  }

  /** The rooms of the window, in no order. */
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

  /** Keeps a room as a list of this number brought it; whether the list brought it for the first time. */
  upsertListed(key: string, room: Room, list: number): boolean {
    const before = this.#rooms.get(key);
    const broughtBy = before?.broughtBy;
    if (broughtBy === undefined) {
      this.#listedCount++;
      this.#revision++;
    }
    if (before) {
      before.broughtBy = list;
      this.#renew(key, before, room);
    } else {
      this.#put(key, { room, broughtBy: list });
      this.#inListOrder?.push(room);
      this.#participants.markStale(key);
    }
    return broughtBy !== list;
  }

  /** Keeps a room in progress that no list brought as one of the window. */
  add(key: string, room: Room): void {
    this.upsertListed(key, room, this.#rooms.get(key)?.broughtBy ?? 0);
  }

  /** Keeps a room that was fetched by its SID, listed or not. */
  addFetched(key: string, room: Room): void {
    this.#fetchedBySid.add(key);
    const before = this.#rooms.get(key);
    if (before) {
      this.#renew(key, before, room);
    } else {
      this.#put(key, { room, broughtBy: undefined });
      this.#revision++;
      this.#participants.markStale(key);
    }
    this.events.emit('change', key);
  }

  /** Takes rooms off the window; they are known still. */
  unlist(isGone: (room: Room, broughtBy: number) => boolean): void {
    for (const kept of this.#rooms.values()) {
      if (kept.broughtBy === undefined || !isGone(kept.room, kept.broughtBy)) continue;
      kept.broughtBy = undefined;
      this.#listedCount--;
      this.#revision++;
      this.#inListOrder = undefined;
    }
  }

  /** Puts in a room as a live refresh found it, where it looks different than before. */
  update(room: Room): void {
    const { key } = room;
    const before = this.#rooms.get(key);
    if (before && looksSame(before.room, room)) return;
    this.#put(key, { room, broughtBy: before?.broughtBy });
    this.#inListOrder = undefined;
    this.#revision++;
    this.#participants.markStale(key);
    this.events.emit('change', key);
  }

  /** What is not listed any more, and was not looked at either, is let go. */
  forgetUnlisted(): void {
    if (this.#rooms.size === this.#listedCount) return;
    for (const [key, { broughtBy }] of this.#rooms) {
      if (broughtBy !== undefined || this.#participants.get(key) !== undefined || this.#fetchedBySid.has(key))
        continue;
      this.#rooms.delete(key);
      this.#liveKeys.delete(key);
    }
  }

  /** Another account. */
  forget(): void {
    this.#revision++;
    this.#rooms.clear();
    this.#listedCount = 0;
    this.#liveKeys.clear();
    this.#inListOrder = undefined;
    this.#fetchedBySid.clear();
  }

  /** What is known already is another object only where it looks otherwise. */
  #renew(key: string, kept: Row, room: Room): void {
    const changed = !looksSame(kept.room, room);
    // Who is in a room in progress can have changed, though the room itself has not.
    if (changed || room.live) this.#participants.markStale(key);
    if (!changed) return;
    this.#put(key, { room, broughtBy: kept.broughtBy });
    this.#inListOrder = undefined;
    this.#revision++;
  }

  #put(key: string, kept: Row): void {
    this.#rooms.set(key, kept);
    if (kept.room.live) this.#liveKeys.add(key);
    else if (this.#liveKeys.size > 0) this.#liveKeys.delete(key);
  }
}

function looksSame(one: Room, other: Room): boolean {
  return one.source === other.source && one.equals(other);
}
