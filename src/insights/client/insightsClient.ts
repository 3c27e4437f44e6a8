import { InsightsError } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import { isRoomSid, isSameSid, type ParticipantSid, type RoomSid } from '../core/sid.ts';
import type { Transport } from '../core/transport.ts';
import { Participant } from '../resources/participant.ts';
import { Room } from '../resources/room.ts';
import { RowCompactor } from '../resources/rowCompactor.ts';
import { listPages, type Page } from './paging.ts';
import { parseReply } from './parseReply.ts';
import { VideoClient } from './videoClient.ts';

/** The filters of the API, with the names of its documentation in camel case. */
export interface RoomQuery {
  /** Rooms created at this time or later; milliseconds since 1970. */
  readonly createdAfter: number;
  /** Rooms created strictly before this time; milliseconds since 1970. */
  readonly createdBefore: number;
  /** `go`, `peer_to_peer`, `group`, `group_small`. */
  readonly roomType?: readonly string[];
  /** `VP8`, `H264`, `VP9`, `opus`. */
  readonly codec?: readonly string[];
  readonly roomName?: string;
  /** 1 to 1000; the default is 1000, so that a small account costs one request. */
  readonly pageSize?: number;
}

const maxPageSize = 1000;

/** Twilio's Insights API for Video: rooms and participants of the last seven days. */
export class InsightsClient {
  readonly #transport: Transport;
  readonly #compactor = new RowCompactor();
  /** The API's origin: scheme, host and port. */
  readonly origin: string;
  readonly maxConcurrentRequests: number;
  /** The Video API of the same account, which lists rooms in progress; it shares the limit on requests. */
  readonly video: VideoClient;

  /**
   * @param origin the API's origin, for example `https://insights.twilio.com`
   * @param maxConcurrentRequests the transport's limit on requests in flight, for callers that divide their
   * work
   */
  constructor(transport: Transport, origin: string, maxConcurrentRequests = 8) {
    this.#transport = transport;
    this.origin = origin;
    this.maxConcurrentRequests = maxConcurrentRequests;
    this.video = new VideoClient(transport, origin);
  }

  /**
   * Rooms by their time of creation, page by page, in the API's order.
   *
   * Both dates are always sent: without them the API lists only the rooms
   * completed in the last 24 hours.
   * @throws InsightsError
   */
  listRooms(query: RoomQuery, signal: AbortSignal): AsyncGenerator<Page<Room>, void, undefined> {
    const parameters = new URLSearchParams();
    for (const type of query.roomType ?? []) parameters.append('RoomType', type);
    for (const codec of query.codec ?? []) parameters.append('Codec', codec);
    if (query.roomName !== undefined) parameters.append('RoomName', query.roomName);
    parameters.append('CreatedAfter', new Date(query.createdAfter).toISOString());
    parameters.append('CreatedBefore', new Date(query.createdBefore).toISOString());
    parameters.append('PageSize', String(query.pageSize ?? maxPageSize));
    return this.#list(
      `${rooms}?${parameters}`,
      'rooms',
      (row) => new Room(this.#compactor.compact(row)),
      signal,
    );
  }

  /**
   * @throws InsightsError, `notFound` if the room expired, is not processed yet or belongs to another account
   */
  async fetchRoom(room: RoomSid, signal: AbortSignal): Promise<Room> {
    const path = `${rooms}/${room}`;
    const found = new Room(this.#compactor.compact(await this.#fetch(path, signal)));
    const room_sid = found.field('room_sid');
    const another = isRoomSid(room_sid) && !isSameSid(room_sid, room);
    if (another || found.knownNames.length === 0)
      throw new InsightsError('unexpectedReply', { path, status: 200 });
    return found;
  }

  /**
   * The participants of a room, page by page, in the API's order. Each rejoin is a separate participant.
   * @throws InsightsError
   */
  listParticipants(
    room: RoomSid,
    signal: AbortSignal,
    pageSize = maxPageSize,
  ): AsyncGenerator<Page<Participant>, void, undefined> {
    const path = `${rooms}/${room}/Participants?PageSize=${pageSize}`;
    return this.#list(path, 'participants', (json) => new Participant(json), signal);
  }

  /** @throws InsightsError */
  async fetchParticipant(
    room: RoomSid,
    participant: ParticipantSid,
    signal: AbortSignal,
  ): Promise<Participant> {
    return new Participant(await this.#fetch(`${rooms}/${room}/Participants/${participant}`, signal));
  }

  /** Aborts requests in flight and closes every socket. */
  close(): Promise<void> {
    return this.#transport.close();
  }

  async #fetch(path: string, signal: AbortSignal): Promise<JsonObject> {
    return parseReply(await this.#transport.send({ path }, signal), path);
  }

  #list<Item>(
    path: string,
    key: 'rooms' | 'participants',
    toItem: (json: JsonObject) => Item,
    signal: AbortSignal,
  ): AsyncGenerator<Page<Item>, void, undefined> {
    return listPages(this.#transport, this.origin, path, key, toItem, signal);
  }
}

const rooms = '/v1/Video/Rooms';
