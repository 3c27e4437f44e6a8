import type { Page } from '../../insights/client/paging.ts';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { VideoSource } from '../model/storeState.ts';

/** More pages than a hundred rooms each are not read: an account has hardly ever so many rooms at a time. */
const maxPages = 20;

/** The Video API, as long as it does not refuse: a key may lack the right to it, and an address may not have it. */
export class LiveRoomSource {
  #api: VideoSource | undefined;
  /** Whether it has answered: then it does not refuse, whatever comes later is a failure that passes. */
  #proven = false;
  readonly #refused: (error: unknown) => void;

  /** @param refused told once, when the API refuses; from then on there is no such source */
  constructor(api: VideoSource | undefined, refused: (error: unknown) => void) {
    this.#api = api;
    this.#refused = refused;
  }

  get available(): boolean {
    return this.#api !== undefined;
  }

  /** The rooms in progress by key; undefined where the API does not tell. @throws InsightsError for a passing failure */
  async rooms(signal: AbortSignal): Promise<Map<string, Room> | undefined> {
    const api = this.#api;
    if (!api) return undefined;
    try {
      const found = new Map<string, Room>();
      let pages = 0;
      for await (const { items } of api.listLiveRooms(signal)) {
        for (const room of items) if (room.sid && room.live) found.set(room.key, room);
        if (++pages === maxPages) break;
      }
      this.#proven = true;
      return found;
    } catch (error) {
      return this.#giveUp(error);
    }
  }

  /** One room; undefined where there is none, or the API does not tell. @throws InsightsError for a passing failure */
  async room(sid: RoomSid, signal: AbortSignal): Promise<Room | undefined> {
    try {
      return await this.#api?.fetchRoom(sid, signal);
    } catch (error) {
      if (isInsightsError(error) && error.kind === 'notFound') return undefined;
      return this.#giveUp(error);
    }
  }

  /** Who is in a room and, if asked for, who has left it. @throws InsightsError, refusals too */
  async *participants(
    sid: RoomSid,
    statuses: readonly ('connected' | 'disconnected')[],
    signal: AbortSignal,
  ): AsyncGenerator<Page<Participant>, void, undefined> {
    for (const status of statuses) {
      if (this.#api) yield* this.#api.listParticipants(sid, status, signal);
    }
  }

  #giveUp(error: unknown): undefined {
    if (this.#proven || !isRefusal(error)) throw error;
    if (!this.#api) return undefined; // Another request was refused meanwhile.
    this.#api = undefined;
    this.#refused(error);
    return undefined;
  }
}

/** Not a failure that passes: the key lacks the right, or there is no such API at this address. */
function isRefusal(error: unknown): boolean {
  if (!isInsightsError(error)) return false;
  const { kind, facts } = error;
  return (
    kind === 'unauthorized' ||
    kind === 'forbidden' ||
    kind === 'suspended' ||
    [401, 403, 404].includes(facts.status ?? 0)
  );
}
