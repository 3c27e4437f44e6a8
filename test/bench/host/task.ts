/** Environment variable in which the extension host finds its task, as JSON. */
export const hostVariable = 'VIDEO_ROOMS_BENCH';

export interface HostTask {
  /** File for the figures. */
  readonly figures: string;
  /** Id of the extension whose activation is measured. */
  readonly extension: string;
  /** Without it, only the activation is measured. */
  readonly lists?: {
    /** Origin of an API that answers at once. */
    readonly near: string;
    /** Origin of an API that takes a round trip. */
    readonly far: string;
    readonly rounds: number;
  };
}

/** By VS Code's own marks; milliseconds. */
export interface Activation {
  /** Reading the code, and running it. */
  readonly loading: number;
  /** Running `activate`. */
  readonly activating: number;
}

/** What was measured inside the host; milliseconds, but for the rooms. */
export interface HostFigures {
  readonly activation: Activation;
  /** Loading and building what knows rooms, when it is needed first. */
  readonly rest: number;
  /** Until the first rooms are in the tree, with a round trip; each time. */
  readonly first: readonly number[];
  /** The longest turn of the event loop while all rooms were loaded; each time. */
  readonly blocks: readonly number[];
  readonly rooms: number;
  /** Until the tree stands after another filter, and after another order; each time. */
  readonly filter: readonly number[];
  readonly sort: readonly number[];
  /** Rooms that the largest filter left. */
  readonly shown: number;
}
