import { minute } from '../../async/durations.ts';
import type { Page } from '../../insights/client/paging.ts';
import type { FailureKind, InsightsError } from '../../insights/core/errors.ts';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import { foldSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { VideoSource } from '../model/storeState.ts';

/** Pages of 100 rooms; no more are read, as an account hardly ever has so many rooms in progress. */
const maxPages = 20;

/** After this time, an API that refused is asked again: a permission or a host may have been added. */
const retryAfterMs = 15 * minute;

/**
 * Reads rooms in progress from the Video API until it refuses: a key may lack the permission, an address may
 * not have the API, and the host may not exist or have the certificate of another host. The source is
 * unavailable then, for a quarter of an hour or until the network settings change.
 */
export class LiveRoomSource {
  readonly #api: VideoSource | undefined;
  /** Whether a request has succeeded: any later failure is transient then. */
  #proven = false;
  /** Whether the API has refused before. */
  #refusedBefore = false;
  /** Whether `refused` was called since the settings changed last. */
  #reported = false;
  /** When the API may be asked again, in milliseconds since 1970. */
  #retryAt = 0;
  readonly #refused: (error: unknown) => void;
  readonly #now: () => number;

  /** @param refused called when the API refuses, and not again when it still does later */
  constructor(api: VideoSource | undefined, refused: (error: unknown) => void, now: () => number = Date.now) {
    this.#api = api;
    this.#refused = refused;
    this.#now = now;
  }

  get available(): boolean {
    return this.#client !== undefined;
  }

  /** The API's client; undefined while unavailable. */
  get #client(): VideoSource | undefined {
    return this.#now() < this.#retryAt ? undefined : this.#api;
  }

  /** Asks the API again, also if it has refused. Call when the network settings have changed. */
  retry(): void {
    this.#retryAt = 0;
    this.#reported = false;
  }

  /**
   * The rooms in progress by folded SID; undefined if unavailable.
   * @param insightsWorks whether the Insights API has just replied, so that a failed connection concerns only
   * the Video API's host
   * @throws InsightsError for a transient failure
   */
  async rooms(signal: AbortSignal, insightsWorks = false): Promise<Map<string, Room> | undefined> {
    const api = this.#client;
    if (!api) return undefined;
    try {
      const found = new Map<string, Room>();
      let pages = 0;
      for await (const { items } of api.listLiveRooms(signal)) {
        for (const room of items) if (room.sid && room.live) found.set(foldSid(room.key), room);
        if (++pages === maxPages) break;
      }
      this.#proven = true;
      return found;
    } catch (error) {
      return this.#giveUp(error, insightsWorks);
    }
  }

  /**
   * One room that the Insights API does not know, or not as it is now; `unknown` if the API replied that there is no
   * such room, undefined if it is unavailable, so that nothing is known of the room. After a refusal a 404 tells nothing
   * either, until a request succeeds: a host without the API replies so to everything.
   * @throws InsightsError for a transient failure
   */
  async room(sid: RoomSid, signal: AbortSignal): Promise<Room | 'unknown' | undefined> {
    try {
      const room = await this.#client?.fetchRoom(sid, signal);
      this.#proven ||= room !== undefined;
      return room;
    } catch (error) {
      if (isInsightsError(error) && error.kind === 'notFound')
        return this.#proven || !this.#refusedBefore ? 'unknown' : undefined;
      return this.#giveUp(error, true);
    }
  }

  /** The participants of a room that have one of these statuses. @throws InsightsError, refusals too */
  async *participants(
    sid: RoomSid,
    statuses: readonly ('connected' | 'disconnected')[],
    signal: AbortSignal,
  ): AsyncGenerator<Page<Participant>, void, undefined> {
    for (const status of statuses) {
      const api = this.#client;
      if (api) yield* api.listParticipants(sid, status, signal);
    }
  }

  /** Makes the source unavailable if the failure is a refusal. @throws the failure if it is transient */
  #giveUp(error: unknown, insightsWorks: boolean): undefined {
    if (this.#proven || !(isRefusal(error) || this.#isHostFailure(error, insightsWorks))) throw error;
    this.#retryAt = this.#now() + retryAfterMs;
    this.#refusedBefore = true;
    if (this.#reported) return undefined;
    this.#reported = true;
    this.#refused(error);
    return undefined;
  }

  /** Whether the Video API's host fails beside an Insights API that works. On one host, both fail. */
  #isHostFailure(error: unknown, insightsWorks: boolean): boolean {
    if (!this.#api?.hasOwnHost || !(insightsWorks || this.#refusedBefore)) return false;
    return isInsightsError(error) && hostFailures.has(error.kind) && isWithoutReply(error);
  }
}

/** Failures of a host: no such name, no server, another certificate, or another service. */
const hostFailures: ReadonlySet<FailureKind> = new Set([
  'unreachable',
  'disconnected',
  'tlsUntrusted',
  'timedOut',
  'proxyRefused',
  'unexpectedReply',
]);

/** Whether no reply of Twilio came: a time-out that Twilio reports (504) is an outage. */
function isWithoutReply({ kind, details }: InsightsError): boolean {
  return kind !== 'timedOut' || details.status === undefined;
}

/** Whether a failure is permanent: the key lacks the permission, or there is no such API at this address. */
function isRefusal(error: unknown): boolean {
  if (!isInsightsError(error)) return false;
  const { kind, details } = error;
  return refusals.has(kind) || [401, 403, 404].includes(details.status ?? 0);
}

const refusals: ReadonlySet<FailureKind> = new Set([
  'unauthorized',
  'testCredentials',
  'forbidden',
  'accountNotActive',
]);
