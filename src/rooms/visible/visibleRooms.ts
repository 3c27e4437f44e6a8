import type { Severity } from '../../calls/findings/common/severity.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { dependsOnTime, needsParticipants, type RoomFilter, roomMatcher } from '../filter/roomFilter.ts';
import { newestFirst, type SortOrder, sortRooms, withNewer } from '../filter/sorting.ts';
import type { RoomStore } from '../store/roomStore.ts';
import type { CallCache } from './callCache.ts';
import { groupRooms, type RoomGroupList } from './grouping.ts';

/** The filter and order that the user has chosen. */
export interface Choices {
  readonly filter: RoomFilter;
  readonly order: SortOrder;
}

/** Groups of rooms, memoized with their inputs (`of`). */
interface Grouped {
  readonly of: readonly unknown[];
  readonly groups: readonly RoomGroupList[];
}

/**
 * The listed rooms as the user wants to see them: filtered, grouped by status and sorted. Computed lazily and
 * memoized.
 */
export class VisibleRooms {
  readonly #store: RoomStore;
  readonly #listOptions: Choices;
  readonly #format: () => Format;
  /** Loaded lazily, with the first participants: the module imports the analysis of calls. */
  #calls: CallCache | undefined;
  /** All listed rooms, newest first. */
  #newest: { readonly of: readonly Room[]; readonly rooms: readonly Room[] } | undefined;
  /** The rooms that match the filter, by status. */
  #matching: Grouped | undefined;
  #shown: Grouped | undefined;

  constructor(store: RoomStore, listOptions: Choices, format: () => Format) {
    this.#store = store;
    this.#listOptions = listOptions;
    this.#format = format;
  }

  /** The cache of analysed calls; undefined until `prepare` or `loadCalls` was awaited. */
  get calls(): CallCache | undefined {
    return this.#calls;
  }

  /** Loads the analysis of calls. */
  async loadCalls(): Promise<CallCache> {
    const { CallCache } = await import('./callCache.ts');
    this.#calls ??= new CallCache(this.#store, this.#format);
    return this.#calls;
  }

  /** Must be awaited before `groups` is called; undefined, as in most cases, if nothing has to be loaded. */
  prepare(): Promise<unknown> | undefined {
    return this.#dependsOnCalls && !this.#calls ? this.loadCalls() : undefined;
  }

  /** Whether newly loaded participants may change the visible rooms. */
  get dependsOnCalls(): boolean {
    return this.#dependsOnCalls;
  }

  /** Whether unchanged rooms in progress may start or cease to match as time passes. */
  get dependsOnTime(): boolean {
    return dependsOnTime(this.#listOptions.filter);
  }

  /** The visible rooms by status, in the chosen order. */
  groups(): readonly RoomGroupList[] {
    const { order } = this.#listOptions;
    const of = [...this.#whatMatters(), order, this.#store.revision];
    if (this.#shown?.of.every((part, place) => part === of[place])) return this.#shown.groups;
    // Sorted after grouping: a list in another order is slow to iterate.
    const groups = this.#matchingGroups().map(({ status, rooms }) => ({
      status,
      rooms: sortRooms(rooms, order, this.#sorting()),
    }));
    this.#shown = { of, groups };
    return groups;
  }

  /** Number of rooms that match the filter. */
  get count(): number {
    return this.groups().reduce((sum, { rooms }) => sum + rooms.length, 0);
  }

  /** The severity of the most severe finding of a room, if it is known. */
  severityOf(key: string): Severity | undefined {
    return this.#calls?.severityOf(key);
  }

  /** See `CallCache.verdictOf`. */
  verdictOf(key: string): ReturnType<CallCache['verdictOf']> {
    return this.#calls?.verdictOf(key);
  }

  /** A summary of the call in a few sentences, if it is known. */
  summaryOf(key: string): string | undefined {
    return this.#calls?.summaryOf(key);
  }

  /** A participant's stay as lines of text, if it is known. */
  stayOf(key: string, participant: string): readonly string[] | undefined {
    return this.#calls?.stayOf(key, participant);
  }

  /** See `CallCache.severityOfStay`. */
  severityOfStay(key: string, participant: string): Severity | 'none' | undefined {
    return this.#calls?.severityOfStay(key, participant);
  }

  /** Number of visible rooms of a status (normalised; empty for none) known to have an error or a warning. */
  problemsIn(status: string): number {
    const matches = this.#matcher();
    return [...this.#store.keysWithParticipants()].filter((key) => {
      const room = this.#store.room(key);
      const worst = this.severityOf(key);
      return (
        room && (room.status ?? '') === status && (worst === 'error' || worst === 'warning') && matches(room)
      );
    }).length;
  }

  get #dependsOnCalls(): boolean {
    const { filter, order } = this.#listOptions;
    return order === 'worst' || needsParticipants(filter);
  }

  /** The inputs that decide which rooms are visible, besides the rooms. */
  #whatMatters(): readonly unknown[] {
    return [
      this.#listOptions.filter,
      this.#calls,
      this.#dependsOnCalls && this.#store.participantsRevision,
      this.dependsOnTime && this.#matchingNow(),
    ];
  }

  /** While a list loads, only its new rooms are filtered and merged into the groups. */
  #matchingGroups(): readonly RoomGroupList[] {
    const inTurn = this.#store.listedInOrder;
    const known = this.#newest?.of === inTurn ? this.#newest.rooms : undefined;
    const more = newestFirst(known ? inTurn.slice(known.length) : inTurn);
    const newest = known ? (more.length > 0 ? withNewer(known, more) : known) : more;
    this.#newest = { of: inTurn, rooms: newest };
    const of = this.#whatMatters();
    const before =
      known && this.#matching?.of.every((part, place) => part === of[place]) ? this.#matching : undefined;
    if (before && more.length === 0) return before.groups;
    const matches = this.#matcher();
    const groups = before
      ? withMore(before.groups, groupRooms(more.filter(matches)))
      : groupRooms(newest.filter(matches));
    this.#matching = { of, groups };
    return groups;
  }

  /** Keys of the rooms in progress that match the filter at this moment. */
  #matchingNow(): string {
    return this.#store.liveRooms
      .filter(this.#matcher())
      .map(({ key }) => key)
      .join();
  }

  #matcher(): (room: Room) => boolean {
    return roomMatcher(this.#listOptions.filter, (key) => this.#calls?.facetsOf(key), this.#format().now());
  }

  #sorting() {
    return {
      now: this.#format().now(),
      severityOf: (key: string) => this.severityOf(key),
    };
  }
}

/** Merges groups with rooms that were listed later; all are sorted newest first. */
function withMore(groups: readonly RoomGroupList[], more: readonly RoomGroupList[]): RoomGroupList[] {
  const known = groups.map((group) => {
    const added = more.find(({ status }) => status === group.status)?.rooms ?? [];
    return added.length > 0 ? { ...group, rooms: withNewer(group.rooms, added) } : group;
  });
  return [...known, ...more.filter(({ status }) => !groups.some((group) => group.status === status))];
}
