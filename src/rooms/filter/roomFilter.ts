import type { Room } from '../../insights/resources/room.ts';
import { plainText } from '../../text/plainText.ts';
import { roomDuration } from '../../text/roomText.ts';
import { foldText } from '../../unicode/foldText.ts';
import { type RoomFacet, roomFacetValues } from './roomFacets.ts';

/** Facets that depend on a room's participants; known only if those are loaded. */
export const callFacets = [
  /** The most severe finding: `error` or `warning`. */
  'problem',
  /** Codes of errors in the room. */
  'errorCode',
  /** SDK and version of participants who failed; the others likewise. */
  'failedSdk',
  'failedBrowser',
  'failedPlatform',
  'failedEdge',
  'failedRegion',
] as const;
export type CallFacet = (typeof callFacets)[number];

export type Facet = RoomFacet | CallFacet;

/** A room's values of each participant facet, spelled as by `roomFacetValues`. */
export type CallFacetValues = Readonly<Partial<Record<CallFacet, readonly string[]>>>;

/** Values of a room that can be limited from below and above. */
export const measures = ['created', 'duration', 'size'] as const;

/** `created` in milliseconds since 1970, `duration` in whole seconds, `size` in participants. */
export type Measure = (typeof measures)[number];

/** From `from` (inclusive) to `below` (exclusive). */
export interface Range {
  readonly from?: number;
  readonly below?: number;
}

/**
 * The filter of visible rooms. All conditions must hold; of a facet's values, one. Plain data: it is
 * persisted across restarts.
 */
export interface RoomFilter {
  readonly facets?: { readonly [facet in Facet]?: readonly string[] };
  readonly ranges?: { readonly [measure in Measure]?: Range };
  /** A part of the name or the SID, case-insensitive. */
  readonly text?: string;
  /** The API's own filter `RoomName`; it is not documented whether a part of the name matches. */
  readonly name?: string;
}

export const noFilter: RoomFilter = {};

/** Whether every room matches the filter. */
export function isNoFilter(filter: RoomFilter): boolean {
  const { facets = {}, ranges = {}, text, name } = filter;
  const limits = Object.values(ranges).some(({ from, below }) => from !== undefined || below !== undefined);
  return !text && !name && !limits && !Object.values(facets).some((values) => values.length > 0);
}

/** Whether the filter has a participant facet, so that rooms without known participants cannot match. */
export function needsParticipants({ facets = {} }: RoomFilter): boolean {
  return callFacets.some((facet) => (facets[facet]?.length ?? 0) > 0);
}

/** Whether rooms in progress may start or cease to match as time passes. */
export function dependsOnTime({ ranges: { duration } = {} }: RoomFilter): boolean {
  return duration?.from !== undefined || duration?.below !== undefined;
}

/** The part of the filter that the API applies itself. */
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
 * The filter as a predicate of rooms, except for `name`, which the API applies.
 * @param facetsOf the room's values of participant facets; undefined if they are not known
 * @param now milliseconds since 1970; the duration of live rooms is measured up to it
 */
export function roomMatcher(
  { facets = {}, ranges = {}, text }: RoomFilter,
  facetsOf: (key: string) => CallFacetValues | undefined,
  now: number,
): (room: Room) => boolean {
  const tests: ((room: Room) => boolean)[] = [];
  for (const [facet, values] of Object.entries(facets) as [Facet, readonly string[]][]) {
    if (values.length === 0) continue;
    const wanted = new Set(values);
    tests.push(
      isCallFacet(facet)
        ? (room) => facetsOf(room.key)?.[facet]?.some((value) => wanted.has(value)) ?? false
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
    case 'duration': {
      // Whole seconds, so that "≤ 10 min" and "> 10 min" leave no duration between them.
      const duration = roomDuration(room, now);
      return duration && Math.floor(duration.seconds);
    }
    case 'size':
      return room.read('unique_participants');
  }
}

/** Searches the name as it is displayed, because users type that. */
function hasInName(room: Room, part: string): boolean {
  const name = room.field('room_name');
  return typeof name === 'string' && foldText(plainText(name)).includes(part);
}
