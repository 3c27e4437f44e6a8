import { monitorEventLoopDelay } from 'node:perf_hooks';

/** A list request. Times in milliseconds since 1970. */
export interface Task {
  readonly origin: string;
  readonly createdAfter: number;
  readonly createdBefore: number;
}

/** The rooms that a contender holds after listing. */
export interface Listed {
  readonly rooms: number;
  /** The number of distinct SIDs. */
  readonly distinct: number;
  /** Referenced while the memory is measured. */
  readonly kept: unknown;
  close(): Promise<void>;
}

export interface Outcome {
  readonly milliseconds: number;
  readonly rooms: number;
  readonly distinct: number;
  /** Bytes of heap and external buffers that the listed rooms retain. */
  readonly bytes: number;
  /** The longest turn of the event loop while the rooms came, in milliseconds. */
  readonly longestBlock: number;
}

/** Runs a contender in this process: each message is a task, each reply its outcome. */
export function serve(list: (task: Task) => Promise<Listed>): void {
  process.on('message', (task: Task) => void measure(list, task).then((outcome) => process.send?.(outcome)));
  process.once('disconnect', () => process.exit());
  process.send?.({});
}

async function measure(list: (task: Task) => Promise<Listed>, task: Task): Promise<Outcome> {
  const before = memory();
  const blocks = monitorEventLoopDelay({ resolution: 1 });
  blocks.enable();
  const started = performance.now();
  const { rooms, distinct, kept, close } = await list(task);
  const milliseconds = performance.now() - started;
  blocks.disable();
  await close();
  const bytes = memory() - before;
  held = kept;
  held = undefined;
  return { milliseconds, rooms, distinct, bytes, longestBlock: blocks.max / 1e6 };
}

/** References the rooms until the memory is measured, so that they are not collected. */
export let held: unknown;

function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
