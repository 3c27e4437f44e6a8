import type { LaneView } from '../../../../protocol/call.ts';

/** A stay, by the indexes of its lane and of the stay in it. */
export interface Place {
  readonly lane: number;
  readonly stay: number;
}

/** The stay that an arrow key, Home, End or a page key moves to; undefined for other keys. */
export function nextPlace(
  key: string,
  from: Place,
  lanes: readonly LaneView[],
  lanesPerPage: number,
): Place | undefined {
  switch (key) {
    case 'ArrowRight':
      return beside(from, 1, lanes);
    case 'ArrowLeft':
      return beside(from, -1, lanes);
    case 'ArrowDown':
      return inLane(from, from.lane + 1, lanes);
    case 'ArrowUp':
      return inLane(from, from.lane - 1, lanes);
    case 'PageDown':
      return inLane(from, from.lane + lanesPerPage, lanes);
    case 'PageUp':
      return inLane(from, from.lane - lanesPerPage, lanes);
    case 'Home':
      return { lane: 0, stay: 0 };
    case 'End':
      return { lane: lanes.length - 1, stay: (lanes.at(-1)?.stays.length ?? 1) - 1 };
    default:
      return undefined;
  }
}

/**
 * The next or previous stay in the lane; past its end, the nearest stay of the adjacent lane in reading
 * order.
 */
function beside({ lane, stay }: Place, by: 1 | -1, lanes: readonly LaneView[]): Place {
  if (lanes[lane]?.stays[stay + by]) return { lane, stay: stay + by };
  const next = lanes[lane + by];
  if (!next) return { lane, stay };
  return { lane: lane + by, stay: by > 0 ? 0 : next.stays.length - 1 };
}

/** The stay of another lane that is nearest in time. */
function inLane(from: Place, wanted: number, lanes: readonly LaneView[]): Place {
  const lane = Math.max(0, Math.min(wanted, lanes.length - 1));
  if (lane === from.lane) return from;
  const here = lanes[from.lane]?.stays[from.stay];
  const stays = lanes[lane]?.stays ?? [];
  if (!here) return { lane, stay: 0 };
  const distances = stays.map(({ start, end }) => Math.max(start - here.end, here.start - end, 0));
  return { lane, stay: Math.max(0, distances.indexOf(Math.min(...distances))) };
}

/** Finds a participant's stay. */
export function placeOf(participant: string, lanes: readonly LaneView[]): Place | undefined {
  for (const [lane, { stays }] of lanes.entries()) {
    const stay = stays.findIndex((one) => one.participant === participant);
    if (stay >= 0) return { lane, stay };
  }
  return undefined;
}
