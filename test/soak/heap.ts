import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What is in use after everything that nobody holds was let go of; in MiB. */
export async function heapInUse(): Promise<number> {
  // What the first round frees, finalizers and messages to VS Code among it, may hold other things.
  for (let round = 0; round < 3; round++) {
    await new Promise(setImmediate);
    collectGarbage();
  }
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/**
 * Takes rounds in tenths and measures after each.
 *
 * @returns the heap in use after each tenth, in MiB; the first is not looked at, since caches fill in it
 */
export async function heapOver(rounds: number, round: (number: number) => Promise<void>): Promise<number[]> {
  const heaps: number[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    const [from, to] = [tenth, tenth + 1].map((part) => Math.round((part * rounds) / 10)) as [number, number];
    for (let number = from; number < to; number++) await round(number);
    heaps.push(await heapInUse());
  }
  return heaps;
}

/**
 * How much the heap grew from the second tenth to the last three, as a share. Compiled code and its caches come and
 * go by some per cent; a list of rooms or a page that stayed behind each time would show many times over.
 */
export function growth([, second = 0, ...later]: readonly number[]): number {
  const last = later.slice(-3);
  return last.reduce((sum, heap) => sum + heap, 0) / last.length / second - 1;
}
