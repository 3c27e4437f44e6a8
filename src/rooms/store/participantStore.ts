import { isDeepStrictEqual } from 'node:util';
import { SharedRequests } from '../../async/sharedRequests.ts';
import type { Page } from '../../insights/client/paging.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { isKnown, type ParticipantsState } from '../model/storeState.ts';
import { type Collected, collectParticipants } from './collectPages.ts';

/** Options for loading participants. */
export interface LoadOptions {
  /** The room, if the caller has a newer one than the store. */
  readonly room?: Room | undefined;
  /** Use one source only: for loads of many rooms, whose number of requests was announced. */
  readonly inBulk?: boolean;
}

/** Participants page by page; undefined while signed out. */
type Pages = (
  sid: RoomSid,
  signal: AbortSignal,
  options: LoadOptions,
) => AsyncIterable<Page<Participant>> | undefined;

/** The participants of rooms for which they were requested, and the state of loading them. */
export class ParticipantStore {
  readonly #pages: Pages;
  readonly #changed: (key: string) => void;
  readonly #known = new Map<string, ParticipantsState>();
  readonly #loading = new SharedRequests<RoomSid, void>();
  #revision = 0;

  /** @param changed called when the participants of a room have changed or their loading has progressed */
  constructor(pages: Pages, changed: (key: string) => void) {
    this.#pages = pages;
    this.#changed = changed;
  }

  /** Incremented whenever the participants of a room have been loaded. */
  get revision(): number {
    return this.#revision;
  }

  keys(): Iterable<string> {
    return this.#known.keys();
  }

  get(key: string): ParticipantsState | undefined {
    return this.#known.get(key);
  }

  /** Marks the participants as stale: the room has changed or may change at any time. */
  markStale(key: string): void {
    if (this.#known.size === 0) return;
    const known = this.#known.get(key);
    if (known && !known.stale) this.#known.set(key, { ...known, stale: true });
  }

  /** Drops everything: the account has changed. Running requests must be aborted by their signal. */
  forget(): void {
    this.#known.clear();
    this.#loading.clear();
  }

  /**
   * Loads all participants of a room; the outcome is in `get`. Rejects only if `signal` is aborted, see
   * `SharedRequests.join`.
   */
  load(sid: RoomSid, account: AbortSignal, signal?: AbortSignal, options: LoadOptions = {}): Promise<void> {
    return this.#loading.join(sid, (work) => this.#load(sid, account, work, options), signal);
  }

  /**
   * Reloads participants that are known, silently: they stay meanwhile, and `changed` is called only if they
   * differ. A `load` of the same room waits for this one.
   * @throws InsightsError
   */
  async reload(sid: RoomSid, account: AbortSignal, room?: Room): Promise<void> {
    const known = this.#known.get(sid);
    if (!known || known.state === 'loading') return;
    let failure: unknown;
    // Not rejected inside: callers of `load` that join must not see this failure.
    await this.#loading.join(sid, async () => {
      failure = await this.#reload(sid, account, room).catch((error: unknown) => error);
    });
    if (failure !== undefined) throw failure;
  }

  async #reload(sid: RoomSid, account: AbortSignal, room?: Room): Promise<void> {
    const pages = this.#pages(sid, account, { room });
    if (!pages) return;
    let collected: Collected = { participants: [], unreadable: 0 };
    for await (collected of collectParticipants(pages)) account.throwIfAborted();
    account.throwIfAborted();
    const { participants: found, unreadable } = collected;
    const next: ParticipantsState = { state: 'complete', participants: found, stale: false, unreadable };
    const known = this.#known.get(sid);
    if (known?.state === 'complete' && known.unreadable === unreadable && same(known.participants, found)) {
      if (known.stale) this.#known.set(sid, { ...next, participants: known.participants });
    } else this.#set(sid, next);
  }

  async #load(sid: RoomSid, account: AbortSignal, work: AbortSignal, options: LoadOptions): Promise<void> {
    const signal = AbortSignal.any([account, work]);
    const pages = this.#pages(sid, signal, options);
    if (!pages) return;
    const known = this.#known.get(sid);
    const before = known?.participants ?? [];
    let collected: Collected = { participants: [], unreadable: 0 };
    // Those of a load that failed half-way stay until as many have come.
    const partial = () => {
      const { participants } = collected;
      return {
        ...collected,
        partial: true as const,
        participants: before.length > participants.length ? before : participants,
      };
    };
    /** Those of an earlier load stay until all have come: half of the new ones are no call that can be analysed. */
    const meanwhile = () =>
      isKnown(known) ? { participants: before, unreadable: known.unreadable } : partial();
    this.#set(sid, { ...meanwhile(), state: 'loading', stale: false });
    /** The room may have changed while its participants were loading. */
    const stale = () => this.#known.get(sid)?.stale ?? false;
    try {
      for await (collected of collectParticipants(pages)) {
        signal.throwIfAborted();
        this.#set(sid, { ...meanwhile(), state: 'loading', stale: stale() });
      }
      signal.throwIfAborted();
      // The same objects if nothing has changed, so that cached results and rendered rows stay valid.
      const participants = same(before, collected.participants) ? before : collected.participants;
      this.#set(sid, { ...collected, participants, state: 'complete', stale: stale() });
    } catch (error) {
      if (!signal.aborted) this.#set(sid, { ...meanwhile(), state: 'failed', stale: true, error });
      // Unless another load is running already.
      else if (!account.aborted && !this.#loading.has(sid)) this.#restore(sid, known);
    }
  }

  /** Restores the previous state after a cancelled load. */
  #restore(key: string, known: ParticipantsState | undefined): void {
    if (known && known.state !== 'loading') this.#known.set(key, { ...known, stale: true });
    else this.#known.delete(key);
    this.#changed(key);
  }

  #set(key: string, state: ParticipantsState): void {
    this.#known.set(key, state);
    if (state.state !== 'loading') this.#revision++;
    this.#changed(key);
  }
}

/** Compares by key: the API does not promise an order. */
function same(before: readonly Participant[], now: readonly Participant[]): boolean {
  if (before.length !== now.length) return false;
  const known = new Map(before.map((one) => [one.key, one.json]));
  return now.every((one) => isDeepStrictEqual(known.get(one.key), one.json));
}
