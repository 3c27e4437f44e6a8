import type { Room } from '../../insights/resources/room.ts';
import { foldText } from '../../text/foldText.ts';
import { plainText } from '../../text/plainText.ts';
import { roomDuration } from '../../text/roomText.ts';
import { type RoomFacet, roomFacetValues } from './roomFacets.ts';

/** What the participants of a room tell; known only where they are loaded. */
export const callFacets = [
  /** The gravest finding: `error` or `warning`. */
  'problem',
  /** Codes of errors in the room. */
  'errorCode',
  /** SDK and version of somebody who dropped; likewise the others. */
  'failedSdk',
  'failedBrowser',
  'failedPlatform',
  'failedEdge',
  'failedRegion',
] as const;
export type CallFacet = (typeof callFacets)[number];

export type Facet = RoomFacet | CallFacet;

/** Values of each facet that a room's participants show, as `roomFacetValues` spells them. */
export type CallFacetValues = Readonly<Partial<Record<CallFacet, readonly string[]>>>;

/** What can be limited from below and above. */
export const measures = ['created', 'duration', 'size'] as const;

/** `created` in milliseconds since 1970, `duration` in seconds, `size` in participants. */
export type Measure = (typeof measures)[number];

/** From `from` on, and below `below`. */
export interface Range {
  readonly from?: number;
  readonly below?: number;
}

/**
 * Which rooms are shown. Everything that is given must hold; of a facet's
 * values, one. Plain data: it is kept across restarts.
 */
export interface RoomFilter {
  readonly facets?: { readonly [facet in Facet]?: readonly string[] };
  readonly ranges?: { readonly [measure in Measure]?: Range };
  /** A part of the name or of the SID, in any case. */
  readonly text?: string;
  /** The API's own filter `RoomName`; not documented is whether a part of the name will do. */
  readonly name?: string;
}

export const noFilter: RoomFilter = {};

/** Whether the filter leaves out no room. */
export function isNoFilter(filter: RoomFilter): boolean {
  const { facets = {}, ranges = {}, text, name } = filter;
  const limits = Object.values(ranges).some(({ from, below }) => from !== undefined || below !== undefined);
  return !text && !name && !limits && !Object.values(facets).some((values) => values.length > 0);
}

/** Whether the filter asks for what only participants tell, so that rooms without known ones cannot match. */
export function needsParticipants({ facets = {} }: RoomFilter): boolean {
  return callFacets.some((facet) => (facets[facet]?.length ?? 0) > 0);
}

/** Whether rooms in progress come to match, or cease to, with the time that passes. */
export function dependsOnTime({ ranges: { duration } = {} }: RoomFilter): boolean {
  return duration?.from !== undefined || duration?.below !== undefined;
}

/** What of the filter the API applies itself. */
export function apiFilter({ facets = {}, name }: RoomFilter): {
  roomType?: readonly string[];
  codec?: readonly string[];
  roomName?: string;
} {
  return {
    ...(facets.type?.length && { roomType: facets.type }),
    ...(facets.codec?.length && { codec: facets.codec.map(apiCodec) }),
    ...(name && { roomName: name }),
  };
}

/** The documentation writes `VP8`, `H264`, `VP9` and `opus`. */
function apiCodec(codec: string): string {
  return codec === 'opus' ? codec : codec.toUpperCase();
}

/**
 * The filter as a test of one room, but for `name`, which is the API's.
 * @param callFacts what the room's participants tell; undefined where they are not known
 * @param now milliseconds since 1970: how long a live room has lasted depends on it
 */
export function roomMatcher(
  { facets = {}, ranges = {}, text }: RoomFilter,
  callFacts: (key: string) => CallFacetValues | undefined,
  now: number,
): (room: Room) => boolean {
  const tests: ((room: Room) => boolean)[] = [];
  for (const [facet, values] of Object.entries(facets) as [Facet, readonly string[]][]) {
    if (values.length === 0) continue;
    const wanted = new Set(values);
    tests.push(
      isCallFacet(facet)
        ? (room) => callFacts(room.key)?.[facet]?.some((value) => wanted.has(value)) ?? false
        : (room) => roomFacetValues(room, facet).some((value) => wanted.has(value)),
    );
  }
  for (const [measure, { from, below }] of Object.entries(ranges) as [Measure, Range][]) {
    if (from === undefined && below === undefined) continue;
    tests.push((room) => {
      const value = measureOf(room, measure, now);
      return value !== undefined && value >= (from ?? value) && value < (below ?? Number.POSITIVE_INFINITY);
    });
  }
  const part = text && foldText(plainText(text));
  if (part)
    tests.push((room) => hasInName(room, part) || (room.sid && foldText(room.sid).includes(part)) === true);
  return (room) => tests.every((test) => test(room));
}

export function isCallFacet(facet: Facet): facet is CallFacet {
  return (callFacets as readonly string[]).includes(facet);
}

function measureOf(room: Room, measure: Measure, now: number): number | undefined {
  switch (measure) {
    case 'created':
      return room.created;
    case 'duration':
      return roomDuration(room, now)?.seconds;
    case 'size':
      return room.read('unique_participants');
  }
}

/** In the name as it is shown, which is what a person types. */
function hasInName(room: Room, part: string): boolean {
  const name = room.field('room_name');
  return typeof name === 'string' && foldText(plainText(name)).includes(part);
}
