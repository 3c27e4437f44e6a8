import { InsightsError } from '../core/errors.ts';
import { videoOrigin } from '../core/origin.ts';
import { isSameSid, type RoomSid } from '../core/sid.ts';
import type { Transport } from '../core/transport.ts';
import { participantOfVideo, roomOfVideo } from '../resources/fromVideoApi.ts';
import type { Participant } from '../resources/participant.ts';
import type { Room } from '../resources/room.ts';
import { listPages, type Page } from './paging.ts';
import { parseReply } from './parseReply.ts';

/** The maximum in the documentation. */
const maxPageSize = 100;

/**
 * The part of Twilio's Video API about rooms in progress. The Insights API may omit those rooms; this API
 * always has them. Its field names are mapped to those of the Insights API. A key may lack permission for it:
 * then every method throws an InsightsError of that kind.
 */
export class VideoClient {
  readonly #transport: Transport;
  readonly #origin: string;
  /** Whether it is on another host than the Insights API, which may be missing or have another certificate. */
  readonly hasOwnHost: boolean;

  /** @param insightsOrigin the origin of the account's Insights API */
  constructor(transport: Transport, insightsOrigin: string) {
    this.#origin = videoOrigin(insightsOrigin);
    this.hasOwnHost = this.#origin !== insightsOrigin;
    this.#transport = {
      send: ({ path }, signal) => transport.send({ path, host: 'video' }, signal),
      close: () => transport.close(),
    };
  }

  /** The rooms in progress, page by page. @throws InsightsError */
  listLiveRooms(signal: AbortSignal): AsyncGenerator<Page<Room>, void, undefined> {
    const path = `${rooms}?Status=in-progress&PageSize=${maxPageSize}`;
    return listPages(this.#transport, this.#origin, path, 'rooms', roomOfVideo, signal);
  }

  /** @throws InsightsError, `notFound` if there is no such room */
  async fetchRoom(sid: RoomSid, signal: AbortSignal): Promise<Room> {
    const path = `${rooms}/${sid}`;
    const room = roomOfVideo(parseReply(await this.#transport.send({ path }, signal), path));
    if (!room.sid || !isSameSid(room.sid, sid))
      throw new InsightsError('unexpectedReply', { path, status: 200 });
    return room;
  }

  /** The participants in a room, or those that have left it; page by page. @throws InsightsError */
  listParticipants(
    room: RoomSid,
    status: 'connected' | 'disconnected',
    signal: AbortSignal,
  ): AsyncGenerator<Page<Participant>, void, undefined> {
    const path = `${rooms}/${room}/Participants?Status=${status}&PageSize=${maxPageSize}`;
    return listPages(this.#transport, this.#origin, path, 'participants', participantOfVideo, signal);
  }
}

const rooms = '/v1/Rooms';
