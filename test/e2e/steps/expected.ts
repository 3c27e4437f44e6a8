import { clockMarginMs } from '../../../src/rooms/listing/openEnd.ts';
import type { SampleServer } from '../../sampleServer/server.ts';

/** A room as the tests compare it with the screen. */
export interface ExpectedRoom {
  readonly position: number;
  readonly sid: string;
  readonly name: string;
  readonly live: boolean;
}

/**
 * The last list that the extension asked the API for: from when to when the rooms were created. A window that
 * reaches to now is asked for with a later end, as Twilio's clock may be ahead.
 */
export function askedWindow(api: SampleServer): { after: number; before: number } {
  const lists = api.requests
    .map(({ url }) => new URL(url, api.url))
    .filter(({ pathname, searchParams }) => pathname.endsWith('/Rooms') && searchParams.has('CreatedAfter'));
  const query = lists.at(-1)?.searchParams;
  const before = Date.parse(query?.get('CreatedBefore') ?? '');
  return {
    after: Date.parse(query?.get('CreatedAfter') ?? ''),
    before: before > Date.now() ? before - clockMarginMs : before,
  };
}

/** The rooms of the sample world that were created in that window, newest first. */
export function roomsWithin(
  { world }: SampleServer,
  { after, before }: { after: number; before: number },
): ExpectedRoom[] {
  const positions = Array.from({ length: world.size }, (_, position) => position);
  return positions
    .filter((position) => {
      const { created } = world.times(position);
      return created >= after && created < before;
    })
    .map((position) => {
      const { sid, name, live } = world.plan(position);
      return { position, sid, name: name ?? sid, live };
    });
}
