import type { Room } from '../insights/room.ts';

/** Which of the kept rooms the window holds. */
export interface ListedKeys {
  readonly keys: Iterable<string>;
  readonly size: number;
  has(key: string): boolean;
}

export interface KeptRoomsParts {
  /** The list of the account; undefined while nobody is signed in. */
  readonly list: () => ListedKeys | undefined;
  /** The room changed, or can change any time: its participants may have changed. */
  readonly stale: (key: string) => void;
  /** Whether the participants of a room were asked for, so that it stays known. */
  readonly isLookedAt: (key: string) => boolean;
}

/** The rooms that are known, by their key: every listed one, and those that were looked at. */
export class KeptRooms {
  readonly #parts: KeptRoomsParts;
  readonly #rooms = new Map<string, Room>();
  /** Keys of those that are in progress. */
  readonly #liveKeys = new Set<string>();
  /** Rooms that were fetched by their SID. */
  readonly #alone = new Set<string>();
  #inTurn: Room[] | undefined;
  #live: { readonly revision: number; readonly rooms: readonly Room[] } | undefined;
  #revision = 0;

  constructor(parts: KeptRoomsParts) {
    this.#parts = parts;
  }

  /** Grows whenever the listed rooms are others than before, or may look otherwise. */
  get revision(): number {
    return this.#revision;
  }

  get(key: string): Room | undefined {
    return this.#rooms.get(key);
  }

  /** The rooms of the window, in no order. */
  *listed(): Generator<Room, void, undefined> {
    for (const key of this.#parts.list()?.keys ?? []) {
      const room = this.#rooms.get(key);
      if (room) yield room;
    }
  }

  /** See `RoomStore.listedInTurn`. */
  get inTurn(): readonly Room[] {
    // A room that was known before it was listed is not among them yet.
    if (this.#inTurn?.length !== (this.#parts.list()?.size ?? 0)) this.#inTurn = [...this.listed()];
    return this.#inTurn;
  }

  /** The rooms in progress that are listed, or were fetched by their SID. */
  get live(): readonly Room[] {
    if (this.#live?.revision === this.#revision) return this.#live.rooms;
    const list = this.#parts.list();
    const keys = [...this.#liveKeys].filter((key) => list?.has(key) || this.#alone.has(key));
    const rooms = keys.flatMap((key) => this.#rooms.get(key) ?? []);
    this.#live = { revision: this.#revision, rooms };
    return rooms;
  }

  /** Other rooms are listed than before. */
  touched(): void {
    this.#revision++;
  }

  /** Some rooms are not listed any more. */
  dropped(): void {
    this.#revision++;
    this.#inTurn = undefined;
  }

  /** Keeps a room as a list brought it. */
  keep(key: string, room: Room): void {
    const list = this.#parts.list();
    // Every listed room is kept here: where one is missing, it is this one. Each look-up counts, see `RoomList`.
    const isNew = this.#rooms.size < (list?.size ?? 0);
    const before = isNew ? undefined : this.#rooms.get(key);
    const changed = !before || !looksSame(before, room);
    // Who is in a room in progress can have changed, though the room itself has not.
    if (changed || room.live) this.#parts.stale(key);
    if (!changed) return;
    this.#put(key, room);
    if (!before && list?.has(key)) this.#inTurn?.push(room);
    else this.#inTurn = undefined;
    this.#revision++;
  }

  /** Keeps a room that was fetched by its SID, listed or not. */
  keepAlone(key: string, room: Room): void {
    this.#alone.add(key);
    this.keep(key, room);
  }

  /** Keeps a room as a live refresh found it; whether it looks otherwise than before. */
  take(room: Room): boolean {
    const { key } = room;
    const before = this.#rooms.get(key);
    if (before && looksSame(before, room)) return false;
    this.#put(key, room);
    this.#inTurn = undefined;
    this.#revision++;
    this.#parts.stale(key);
    return true;
  }

  /** What is not listed any more, and was not looked at either, is let go. */
  forgetUnlisted(): void {
    const list = this.#parts.list();
    if (this.#rooms.size === list?.size) return; // All are listed: every listed room is kept here.
    for (const key of this.#rooms.keys()) {
      if (list?.has(key) || this.#parts.isLookedAt(key) || this.#alone.has(key)) continue;
      this.#rooms.delete(key);
      this.#liveKeys.delete(key);
    }
  }

  /** Another account. */
  forget(): void {
    this.#revision++;
    this.#rooms.clear();
    this.#liveKeys.clear();
    this.#inTurn = undefined;
    this.#alone.clear();
  }

  #put(key: string, room: Room): void {
    this.#rooms.set(key, room);
    if (room.live) this.#liveKeys.add(key);
    else if (this.#liveKeys.size > 0) this.#liveKeys.delete(key);
  }
}

function looksSame(one: Room, other: Room): boolean {
  return one.source === other.source && one.equals(other);
}
