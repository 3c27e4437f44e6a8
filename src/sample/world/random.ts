/** Mixes whole numbers into one of 32 bits, evenly spread: the same numbers always give the same. */
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

/** A well-formed SID: the two letters and 32 lower-case hex digits. */
export function sid(prefix: string, ...parts: readonly number[]): string {
  let text = prefix;
  for (let word = 1; word <= 4; word++) {
    text += mix(...parts, prefix.charCodeAt(0), prefix.charCodeAt(1), word)
      .toString(16)
      .padStart(8, '0');
  }
  return text;
}

/** Chances that repeat: two dice made of the same numbers throw the same throws. */
export class Dice {
  #seed: number;
  #throws = 0;

  constructor(...seed: readonly number[]) {
    this.#seed = mix(...seed);
  }

  /** 0 or more, less than 1. */
  next(): number {
    this.#throws++;
    return mix(this.#seed, this.#throws) / 0x1_0000_0000;
  }

  /** A whole number, both ends included. `least` where the range is empty. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * Math.max(1, Math.floor(most) - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return at(list, this.whole(0, list.length - 1));
  }
}

/** The item at that place, counting on from the start again after the end. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('The list is empty.');
  return item;
}
