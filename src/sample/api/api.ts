import { videoOrigin } from '../../insights/core/origin.ts';
import { sid } from '../world/random.ts';
import type { SampleWorld } from '../world/world.ts';
import { type Listing, page } from './paging.ts';
import { answer, answerRefusal, Refusal, refusals, type SampleReply } from './replies.ts';
import { roomFilter } from './roomFilter.ts';
import { isVideoPath, videoResource } from './videoApi.ts';

/** A request to the sample API. */
export interface SampleRequest {
  readonly method: string;
  /** Path and query, for example `/v1/Video/Rooms?PageSize=50`. */
  readonly url: string;
  /** The `Authorization` header. */
  readonly authorization?: string | undefined;
}

/**
 * The access that credentials give: an account in good standing, none, a key without Video Insights, a
 * suspended account.
 */
export type SampleAccess = 'granted' | 'unauthorized' | 'forbidden' | 'suspended';

/** Options of `sampleApi`. */
export interface SampleApiOptions {
  readonly world: SampleWorld;
  /** The origin of the links to other pages. */
  readonly origin?: string;
  /** Checks credentials. By default access is always granted. */
  readonly authorize?: (authorization: string | undefined) => SampleAccess;
  /** Milliseconds since 1970; by default the world's own `now`. */
  readonly now?: () => number;
}

const twilio = 'https://insights.twilio.com';
const paths = /^\/v1\/Video\/Rooms(?:\/(RM[0-9a-fA-F]{32})(\/Participants(?:\/(PA[0-9a-fA-F]{32}))?)?)?$/;

/**
 * The Insights API over a sample world: the four operations on rooms and participants, with Twilio's
 * envelope, paging and errors; and the Video API's rooms in progress, which Twilio serves on another host.
 * Never throws, whatever the request holds.
 */
export function sampleApi(options: SampleApiOptions): (request: SampleRequest) => SampleReply {
  const { world, origin = twilio, authorize = () => 'granted', now = () => world.now } = options;
  let requests = 0;
  return (request) => {
    requests++;
    const requestId = sid('RQ', world.seed, requests);
    try {
      const access = authorize(request.authorization);
      if (access !== 'granted') throw refusals[access]();
      if (request.method !== 'GET') throw refusals.methodNotAllowed();
      return answer(requestId, 200, resource(world, urlOf(request, origin), now()));
    } catch (error) {
      if (error instanceof Refusal) return answerRefusal(requestId, error);
      throw error;
    }
  };
}

function urlOf(request: SampleRequest, origin: string): URL {
  const url = URL.parse((isVideoPath(request.url) ? videoOrigin(origin) : origin) + request.url);
  if (!request.url.startsWith('/') || url === null) throw refusals.notFound(request.url);
  return url;
}

function resource(world: SampleWorld, url: URL, now: number): unknown {
  if (isVideoPath(url.pathname)) return videoResource(world, url, now);
  const [matched, roomSid, participants, participantSid] = paths.exec(url.pathname) ?? [];
  if (matched === undefined) throw refusals.notFound(url.pathname);
  if (roomSid === undefined) return page(roomListing(world, url, now), url);
  const position = world.positionOf(roomSid, now);
  if (position === undefined || !world.isListed(position, now)) throw refusals.notFound(url.pathname);
  if (participants === undefined) return world.room(position, now);
  const all = world.participants(position, now);
  if (participantSid === undefined) return page(listingOf(all), url);
  const participant = all.find((one) => one.participant_sid === participantSid);
  if (participant === undefined) throw refusals.notFound(url.pathname);
  return participant;
}

function roomListing(world: SampleWorld, url: URL, now: number): Listing<unknown> {
  return {
    key: 'rooms',
    end: world.endAt(now),
    holds: roomFilter(world, url.searchParams, now),
    item: (position) => world.room(position, now),
  };
}

function listingOf(participants: readonly unknown[]): Listing<unknown> {
  return {
    key: 'participants',
    end: participants.length,
    holds: () => true,
    item: (position) => participants[position],
  };
}
