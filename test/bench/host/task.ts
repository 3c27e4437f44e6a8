/** The environment variable with the task of the extension host, as JSON. */
export const hostVariable = 'VIDEO_ROOMS_BENCH';

export interface HostTask {
  /** The path of the file for the figures. */
  readonly figures: string;
  /** Id of the extension whose activation is measured. */
  readonly extension: string;
  /** If absent, only the activation is measured. */
  readonly lists?: {
    /** Origin of an API without latency. */
    readonly near: string;
    /** Origin of an API with latency. */
    readonly far: string;
    readonly rounds: number;
  };
}

/** Times from VS Code's own marks, in milliseconds. */
export interface Activation {
  /** Reading the code, and running it. */
  readonly loading: number;
  /** Running `activate`. */
  readonly activating: number;
}

/** Measurements inside the host; times in milliseconds. */
export interface HostFigures {
  readonly activation: Activation;
  /** Loading and creating the services at their first use. */
  readonly rest: number;
  /** Times until the first rooms are in the tree, with latency. */
  readonly first: readonly number[];
  /** The longest blocks of the event loop while all rooms load. */
  readonly blocks: readonly number[];
  readonly rooms: number;
  /** Times until the tree is rendered after a change of the filter or the order. */
  readonly filter: readonly number[];
  readonly sort: readonly number[];
  /** The largest number of rooms that a filter left. */
  readonly shown: number;
}
