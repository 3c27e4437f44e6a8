import type { Page } from '../../insights/client/paging.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Slice } from '../model/timeSlice.ts';

/** The progress of a slice whose pages are followed one after the other. */
export interface Started {
  readonly pages: AsyncGenerator<Page<Room>, void, undefined>;
  /** Creation times of the rooms received so far; undefined for a room without one. */
  readonly created: (number | undefined)[];
  /** Cancels the pages: once it is aborted, they cannot be followed any further. */
  readonly signal: AbortSignal;
}

/** A part of a window that has to be requested, or whose remaining pages have to be. */
export interface WaitingSlice extends Slice {
  readonly started?: Started;
}

/** The slice as a new run can request it: from its beginning, if the run that followed its pages was cancelled. */
export function resumable(slice: WaitingSlice): WaitingSlice {
  return slice.started?.signal.aborted ? { after: slice.after, before: slice.before } : slice;
}
