import type { Room } from '../../insights/resources/room.ts';
import { isNoFilter, type RoomFilter, roomMatcher } from '../filter/roomFilter.ts';
import type { ParticipantsState } from '../model/storeState.ts';
import type { CallCache } from '../visible/callCache.ts';
import { OverviewCounts } from './overviewCounts.ts';
import { requestsFor } from './participantPlan.ts';
import type { FigureReader } from './roomFigures.ts';
import type { TimeBuckets } from './timeBuckets.ts';

/** The inputs of a count. */
export interface CountSources {
  readonly figures: FigureReader;
  readonly calls: CallCache;
  readonly participantsState: (key: string) => ParticipantsState | undefined;
  readonly filter: RoomFilter;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Counts the rooms and yields after each one, so that 100,000 of them can be counted in time slices. */
export function* countRooms(
  rooms: Iterable<Room>,
  buckets: TimeBuckets,
  { figures, calls, participantsState, filter, now }: CountSources,
): Generator<undefined, OverviewCounts, undefined> {
  const counts = new OverviewCounts(buckets, now);
  const matches = isNoFilter(filter) ? () => true : roomMatcher(filter, (key) => calls.facetsOf(key), now);
  for (const room of rooms) {
    const { key } = room;
    const tally = calls.tallyOf(key);
    counts.add({
      room,
      figures: figures.of(room),
      call: tally && { tally, worst: calls.severityOf(key) },
      requests: requestsFor(room, participantsState(key), figures),
      matches: matches(room),
    });
    yield;
  }
  return counts;
}
