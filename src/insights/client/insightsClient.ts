import { InsightsError } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import { isRoomSid, type ParticipantSid, type RoomSid } from '../core/sid.ts';
import type { Transport } from '../core/transport.ts';
import { Participant } from '../resources/participant.ts';
import { Room } from '../resources/room.ts';
import { RowCompactor } from '../resources/rowCompactor.ts';
import { listPages, type Page } from './paging.ts';
import { parseReply } from './parseReply.ts';
import { VideoClient } from './videoClient.ts';

/** What the API can filter rooms by, with the documentation's names in camel case. */
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
  /** 1 to 1000; 1000 unless told, so that a small account costs one request. */
  readonly pageSize?: number;
}

const maxPageSize = 1000;

/** Twilio's Insights API for Video: rooms and participants of the last seven days. */
export class InsightsClient {
  readonly #transport: Transport;
  readonly #compactor = new RowCompactor();
  /** Where the API answers, without a path. */
  readonly origin: string;
  readonly maxConcurrentRequests: number;
  /** The Video API of the same account, which tells of rooms in progress; under the same limit. */
  readonly video: VideoClient;

  /**
   * @param origin where the API answers, for example `https://insights.twilio.com`
   * @param maxConcurrentRequests how many requests the transport has in flight at the most, for those who share work out
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

  /** @throws InsightsError, `notFound` where the room expired, is not processed yet or is another account's */
  async fetchRoom(room: RoomSid, signal: AbortSignal): Promise<Room> {
    const path = `${rooms}/${room}`;
    const found = new Room(this.#compactor.compact(await this.#fetch(path, signal)));
    const room_sid = found.field('room_sid');
    const another = isRoomSid(room_sid) && room_sid !== room;
    if (another || found.knownNames.length === 0)
      throw new InsightsError('unexpectedReply', { path, status: 200 });
    return found;
  }

  /** The participants of a room, page by page, in the API's order: a rejoin is a participant of its own. */
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

  /** Ends what is in flight and lets go of every socket. */
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
