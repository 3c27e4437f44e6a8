import { describeVideoParticipant, describeVideoRoom } from '../world/videoResources.ts';
import type { SampleWorld } from '../world/world.ts';
import { type Listing, page } from './paging.ts';
import { refusals } from './replies.ts';

const paths = /^\/v1\/Rooms(?:\/(RM[0-9a-fA-F]{32})(\/Participants)?)?$/;

/** Whether a path, with or without its query, is one of the Video API. */
export function isVideoPath(path: string): boolean {
  return /^\/v1\/Rooms\b/.test(path);
}

/** The Video API's rooms, a room, or its participants; throws a `Refusal` for anything else. */
export function videoResource(world: SampleWorld, url: URL, now: number): unknown {
  const [matched, roomSid, participants] = paths.exec(url.pathname) ?? [];
  if (matched === undefined) throw refusals.notFound(url.pathname);
  if (roomSid === undefined) return page(roomListing(world, url, now), url);
  const position = world.positionOf(roomSid, now);
  if (position === undefined) throw refusals.notFound(url.pathname);
  if (participants === undefined) return describeVideoRoom(world.room(position, now));
  return page(participantListing(world, position, url, now), url);
}

/** Lists rooms in progress unless the query asks for another status. */
function roomListing(world: SampleWorld, url: URL, now: number): Listing<unknown> {
  const status = url.searchParams.get('Status') ?? 'in-progress';
  if (!['in-progress', 'completed', 'failed'].includes(status)) throw refusals.invalid('Status');
  return {
    key: 'rooms',
    end: world.endAt(now),
    holds: (position) => status === (world.isLive(position, now) ? 'in-progress' : 'completed'),
    item: (position) => describeVideoRoom(world.room(position, now)),
  };
}

function participantListing(world: SampleWorld, position: number, url: URL, now: number): Listing<unknown> {
  const status =
    url.searchParams.get('Status') ?? (world.isLive(position, now) ? 'connected' : 'disconnected');
  const all = world
    .participants(position, now)
    // The Video API has only those who were in the room.
    .filter((one) => one.join_time !== null)
    .map(describeVideoParticipant)
    .filter((one) => one.status === status);
  return { key: 'participants', end: all.length, holds: () => true, item: (at) => all[at] };
}
