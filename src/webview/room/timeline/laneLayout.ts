import type { LaneView } from '../../../protocol/call.ts';
import type { Span } from './timeScale.ts';

/** Height in pixels of one bar with the space around it. */
export const trackPx = 20;
const paddingPx = 4;
/** Stays that overlap stand under each other, up to this many. */
const maxTracks = 6;
/** Some of the API's times are whole seconds: stays that touch by this many milliseconds do not overlap. */
const touchMs = 1000;

/** Where a lane stands among the others, in pixels. */
export interface LaneBox {
  readonly top: number;
  readonly height: number;
  /** For each stay the track that it is drawn in, from zero. */
  readonly tracks: readonly number[];
}

/** The lanes under each other; one is higher than others only where its stays overlap. */
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

/** How high all lanes are together. */
export function heightOf(boxes: readonly LaneBox[]): number {
  const last = boxes.at(-1);
  return last ? last.top + last.height : 0;
}

/** For each stay the first track that is free when it begins; with none free, the one free the soonest. */
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

/** From where to where in its lane a track's bar is, from the lane's top in pixels. */
export function trackTop(track: number): number {
  return paddingPx + trackPx * track;
}

/** Which track of a lane a point is in, `y` pixels below the lane's top. */
export function trackAt(y: number, { height }: LaneBox): number {
  const tracks = Math.round((height - 2 * paddingPx) / trackPx);
  return Math.min(Math.max(Math.floor((y - paddingPx) / trackPx), 0), tracks - 1);
}

/** The lanes of which anything lies between `top` and `bottom`: from `first` up to, not including, `end`. */
export function lanesBetween(
  boxes: readonly LaneBox[],
  top: number,
  bottom: number,
): { readonly first: number; readonly end: number } {
  const first = firstWhere(boxes, (box) => box.top + box.height > top);
  const end = firstWhere(boxes, (box) => box.top >= bottom);
  return { first, end: Math.max(first, end) };
}

/** By halves: a lane's position only grows. */
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
