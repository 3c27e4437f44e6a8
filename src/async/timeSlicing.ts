import { setImmediate as yieldToEventLoop } from 'node:timers/promises';

/** Maximum length of a slice in milliseconds, if no single step takes longer. */
const sliceMs = 12;

/**
 * Runs work step by step, and yields to the event loop between slices.
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
    await yieldToEventLoop();
  }
}
