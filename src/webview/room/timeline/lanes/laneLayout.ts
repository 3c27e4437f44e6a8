import type { LaneView } from '../../../../protocol/call.ts';
import type { Span } from '../axis/timeScale.ts';

/** Height in pixels of one bar and the space around it. */
export const trackPx = 20;
const paddingPx = 4;
/** Maximum number of tracks, in which overlapping stays are stacked. */
const maxTracks = 6;
/**
 * Stays that overlap by up to this many milliseconds count as adjacent: some times of the API are whole
 * seconds.
 */
const touchMs = 1000;

/** Position of a lane, in pixels. */
export interface LaneBox {
  readonly top: number;
  readonly height: number;
  /** The track of each stay, counted from zero. */
  readonly tracks: readonly number[];
}

/** Stacks the lanes; a lane is higher than others only if its stays overlap. */
export function placeLanes(lanes: readonly LaneView[]): readonly LaneBox[] {
  let top = 0;
  return lanes.map(({ stays }) => {
    const tracks = tracksOf(stays);
    const height = 2 * paddingPx + trackPx * (1 + Math.max(0, ...tracks));
    const box = { top, height, tracks };
    top += height;
    return box;
  });
}

/** Total height of all lanes. */
export function heightOf(boxes: readonly LaneBox[]): number {
  const last = boxes.at(-1);
  return last ? last.top + last.height : 0;
}

/**
 * Assigns each stay the first track that is free when it begins; if none is free, the one that is free
 * soonest.
 */
export function tracksOf(stays: readonly Span[]): number[] {
  if (stays.length < 2) return stays.map(() => 0);
  const free: number[] = [];
  const tracks = new Array<number>(stays.length).fill(0);
  for (const [index, stay] of [...stays.entries()].sort(([, a], [, b]) => a.start - b.start)) {
    let track = free.findIndex((from) => from - touchMs <= stay.start);
    if (track < 0) track = free.length < maxTracks ? free.length : free.indexOf(Math.min(...free));
    free[track] = Math.max(free[track] ?? stay.end, stay.end);
    tracks[index] = track;
  }
  return tracks;
}

/** Top of a track's bar, in pixels from the lane's top. */
export function trackTop(track: number): number {
  return paddingPx + trackPx * track;
}

/** The track of a lane at `y` pixels below the lane's top. */
export function trackAt(y: number, { height }: LaneBox): number {
  const tracks = Math.round((height - 2 * paddingPx) / trackPx);
  return Math.min(Math.max(Math.floor((y - paddingPx) / trackPx), 0), tracks - 1);
}

/** The range of lanes that intersect `top` to `bottom`; `end` is exclusive. */
export function lanesBetween(
  boxes: readonly LaneBox[],
  top: number,
  bottom: number,
): { readonly first: number; readonly end: number } {
  const first = firstWhere(boxes, (box) => box.top + box.height > top);
  const end = firstWhere(boxes, (box) => box.top >= bottom);
  return { first, end: Math.max(first, end) };
}

/** Binary search: the positions of the lanes only grow. */
function firstWhere(boxes: readonly LaneBox[], holds: (box: LaneBox) => boolean): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const box = boxes[middle];
    if (box && holds(box)) high = middle;
    else low = middle + 1;
  }
  return low;
}
