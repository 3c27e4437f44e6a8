/** Hashes integers to a uniform 32-bit integer; deterministic. */
export function mix(...parts: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const part of parts) {
    state = Math.imul(state ^ (part | 0), 0x85ebca6b);
    state ^= state >>> 13;
    state = Math.imul(state, 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return state >>> 0;
}

/** A well-formed SID: the two letters and 32 lower-case hex digits; deterministic. */
export function sid(prefix: string, ...parts: readonly number[]): string {
  let text = prefix;
  for (let word = 1; word <= 4; word++) {
    text += mix(...parts, prefix.charCodeAt(0), prefix.charCodeAt(1), word)
      .toString(16)
      .padStart(8, '0');
  }
  return text;
}

/** A deterministic random generator: the same seed gives the same sequence. */
export class Dice {
  #seed: number;
  #throws = 0;

  constructor(...seed: readonly number[]) {
    this.#seed = mix(...seed);
  }

  /** A number from 0 to 1, without 1. */
  next(): number {
    this.#throws++;
    return mix(this.#seed, this.#throws) / 0x1_0000_0000;
  }

  /** An integer from `min` to `max`, both included; `min` if the range is empty. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.next() * Math.max(1, Math.floor(max) - min + 1));
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items. */
  pick<T>(list: readonly T[]): T {
    return at(list, this.whole(0, list.length - 1));
  }
}

/** The item at that index, modulo the length. Throws a RangeError if the list is empty. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('The list is empty.');
  return item;
}
