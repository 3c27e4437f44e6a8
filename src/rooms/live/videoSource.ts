import type { Page } from '../../insights/client/paging.ts';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { VideoSource } from '../model/storeState.ts';

/** Pages of 100 rooms; no more are read, as an account hardly ever has so many rooms in progress. */
const maxPages = 20;

/**
 * Reads rooms in progress from the Video API until it refuses: a key may lack the permission, and an address
 * may not have the API.
 */
export class LiveRoomSource {
  #api: VideoSource | undefined;
  /** Whether a request has succeeded: any later failure is transient then. */
  #proven = false;
  readonly #refused: (error: unknown) => void;

  /** @param refused called once, when the API refuses; the source is unavailable from then on */
  constructor(api: VideoSource | undefined, refused: (error: unknown) => void) {
    this.#api = api;
    this.#refused = refused;
  }

  get available(): boolean {
    return this.#api !== undefined;
  }

  /** The rooms in progress by key; undefined if unavailable. @throws InsightsError for a transient failure */
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

  /** One room; undefined if missing or unavailable. @throws InsightsError for a transient failure */
  async room(sid: RoomSid, signal: AbortSignal): Promise<Room | undefined> {
    try {
      return await this.#api?.fetchRoom(sid, signal);
    } catch (error) {
      if (isInsightsError(error) && error.kind === 'notFound') return undefined;
      return this.#giveUp(error);
    }
  }

  /** The participants of a room that have one of these statuses. @throws InsightsError, refusals too */
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

/** Whether a failure is permanent: the key lacks the permission, or there is no such API at this address. */
function isRefusal(error: unknown): boolean {
  if (!isInsightsError(error)) return false;
  const { kind, details } = error;
  return (
    kind === 'unauthorized' ||
    kind === 'forbidden' ||
    kind === 'suspended' ||
    [401, 403, 404].includes(details.status ?? 0)
  );
}
