import { isDeepStrictEqual } from 'node:util';
import { SharedRequests } from '../../async/sharedRequests.ts';
import type { Page } from '../../insights/client/paging.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../model/storeState.ts';
import { type Collected, collectParticipants } from './collectPages.ts';

/** How participants are asked for. */
export interface LoadOptions {
  /** The room, where it is known better than to the store. */
  readonly room?: Room | undefined;
  /** One source is enough: for whoever loads the participants of many rooms, and has said how many requests that takes. */
  readonly inBulk?: boolean;
}

/** Participants page by page; undefined while nobody is signed in. */
type Pages = (
  sid: RoomSid,
  signal: AbortSignal,
  asking: LoadOptions,
) => AsyncIterable<Page<Participant>> | undefined;

/** The participants of the rooms that were looked at, and how far their loading has come. */
export class ParticipantStore {
  readonly #pages: Pages;
  readonly #changed: (key: string) => void;
  readonly #known = new Map<string, ParticipantsState>();
  readonly #loading = new SharedRequests<RoomSid, void>();
  #revision = 0;

  /** @param changed told whenever those of a room are others than before, or their loading has come further */
  constructor(pages: Pages, changed: (key: string) => void) {
    this.#pages = pages;
    this.#changed = changed;
  }

  /** Grows whenever the participants of a room have been loaded. */
  get revision(): number {
    return this.#revision;
  }

  keys(): Iterable<string> {
    return this.#known.keys();
  }

  get(key: string): ParticipantsState | undefined {
    return this.#known.get(key);
  }

  /** The room has changed, or can change any time: its participants may have. */
  markStale(key: string): void {
    if (this.#known.size === 0) return;
    const known = this.#known.get(key);
    if (known && !known.stale) this.#known.set(key, { ...known, stale: true });
  }

  /** Another account: everything is dropped. What runs has to be ended by its signal. */
  forget(): void {
    this.#known.clear();
    this.#loading.clear();
  }

  /** Loads all; the outcome is in `get`. Rejects only where `signal` is aborted, see `InFlight.join`. */
  load(sid: RoomSid, account: AbortSignal, signal?: AbortSignal, asking: LoadOptions = {}): Promise<void> {
    return this.#loading.join(sid, (work) => this.#load(sid, account, work, asking), signal);
  }

  /**
   * Loads those anew that are known, without a word: what is known stays, and a
   * change is told only if there is one. Who wants to load them meanwhile waits
   * for this. @throws InsightsError
   */
  async reload(sid: RoomSid, account: AbortSignal, room?: Room): Promise<void> {
    const known = this.#known.get(sid);
    if (!known || known.state === 'loading') return;
    let failure: unknown;
    // Not rejected in there: who joins wants to hear nothing of it.
    await this.#loading.join(sid, async () => {
      failure = await this.#reload(sid, account, room).catch((error: unknown) => error);
    });
    if (failure !== undefined) throw failure;
  }

  async #reload(sid: RoomSid, account: AbortSignal, room?: Room): Promise<void> {
    const pages = this.#pages(sid, account, { room });
    if (!pages) return;
    let gathered: { found: readonly Participant[]; unreadable: number } = { found: [], unreadable: 0 };
    for await (gathered of collectParticipants(pages, [])) account.throwIfAborted();
    account.throwIfAborted();
    const { found, unreadable } = gathered;
    const next: ParticipantsState = { state: 'complete', participants: found, stale: false, unreadable };
    const known = this.#known.get(sid);
    if (known?.state === 'complete' && known.unreadable === unreadable && same(known.participants, found)) {
      if (known.stale) this.#known.set(sid, { ...next, participants: known.participants });
    } else this.#set(sid, next);
  }

  async #load(sid: RoomSid, account: AbortSignal, work: AbortSignal, asking: LoadOptions): Promise<void> {
    const signal = AbortSignal.any([account, work]);
    const pages = this.#pages(sid, signal, asking);
    if (!pages) return;
    const known = this.#known.get(sid);
    const before = known?.participants ?? [];
    let so: Collected = { participants: before, unreadable: 0 };
    let found: readonly Participant[] = [];
    this.#set(sid, { ...so, state: 'loading', stale: false });
    /** The room may have changed while its participants were on their way. */
    const stale = () => this.#known.get(sid)?.stale ?? false;
    try {
      for await (const gathered of collectParticipants(pages, before)) {
        signal.throwIfAborted();
        ({ found, ...so } = gathered);
        this.#set(sid, { ...so, state: 'loading', stale: stale() });
      }
      signal.throwIfAborted();
      // The same objects where nothing has changed, so that what was worked out of them, and drawn, holds.
      const participants = same(before, found) ? before : found;
      this.#set(sid, { ...so, participants, state: 'complete', stale: stale() });
    } catch (error) {
      if (!signal.aborted) this.#set(sid, { ...so, state: 'failed', stale: true, error });
      // Unless it is loaded anew already.
      else if (!account.aborted && !this.#loading.has(sid)) this.#restore(sid, known);
    }
  }

  /** The loading was given up: what was known before is known again. */
  #restore(key: string, known: ParticipantsState | undefined): void {
    if (known && known.state !== 'loading') this.#known.set(key, { ...known, stale: true });
    else this.#known.delete(key);
    this.#changed(key);
  }

  #set(key: string, participation: ParticipantsState): void {
    this.#known.set(key, participation);
    if (participation.state !== 'loading') this.#revision++;
    this.#changed(key);
  }
}

/** By their key: the order of the API is not promised. */
function same(before: readonly Participant[], now: readonly Participant[]): boolean {
  if (before.length !== now.length) return false;
  const known = new Map(before.map((one) => [one.key, one.json]));
  return now.every((one) => isDeepStrictEqual(known.get(one.key), one.json));
}
