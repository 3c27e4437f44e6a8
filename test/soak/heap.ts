import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** The heap in use after garbage collection, in MiB. */
export async function heapInUse(): Promise<number> {
  // Finalizers and messages to VS Code, which the first round frees, may reference other objects.
  for (let round = 0; round < 3; round++) {
    await new Promise(setImmediate);
    collectGarbage();
  }
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/**
 * Runs the rounds in tenths and measures the heap after each tenth.
 *
 * @returns the heap in use after each tenth, in MiB; `growth` ignores the first, in which caches fill
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
 * Growth of the heap from the second tenth to the mean of the last three, as a share. Compiled code and its caches vary
 * by some per cent; a leaked list of rooms or page per round is many times that.
 */
export function growth([, second = 0, ...later]: readonly number[]): number {
  const last = later.slice(-3);
  return last.reduce((sum, heap) => sum + heap, 0) / last.length / second - 1;
}
