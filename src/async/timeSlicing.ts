import { setImmediate as others } from 'node:timers/promises';

/** How long others wait at the most, in milliseconds, if no single step takes longer. */
const sliceMs = 12;

/**
 * Does work step by step, and lets everything else that waits have its turn in between.
 * @throws the signal's reason
 */
export async function runInTimeSlices<Result>(
  work: Generator<unknown, Result, undefined>,
  signal: AbortSignal,
): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const end = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await others();
  }
}
