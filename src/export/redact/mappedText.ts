/** A text made of another one, which knows where each of its code units comes from. */
export interface MappedText {
  readonly text: string;
  /** The position in the original of each code unit, and the end of the original. */
  readonly from: ArrayLike<number>;
}

/** A text as it is. */
export function unmapped(text: string): MappedText {
  return { text, from: Array.from({ length: text.length + 1 }, (_, at) => at) };
}

/** Makes a mapped text out of another one, piece by piece. */
export class TextMapper {
  readonly #pieces: string[] = [];
  readonly #from: number[] = [];
  readonly #source: MappedText;

  constructor(source: MappedText) {
    this.#source = source;
  }

  /** Appends a text whose code units stand for those of the source from `start` on. */
  add(text: string, start: number): void {
    this.#pieces.push(text);
    for (let at = start; at < start + text.length; at++) this.#from.push(this.#source.from[at] ?? 0);
  }

  /** Appends a text that stands as a whole for the part of the source from `start` to `end`. */
  addAsOne(text: string, start: number, end: number): void {
    this.#pieces.push(text);
    for (let at = 0; at < text.length; at++) this.#from.push(this.#source.from[at === 0 ? start : end] ?? 0);
  }

  end(): MappedText {
    this.#from.push(this.#source.from[this.#source.text.length] ?? 0);
    return { text: this.#pieces.join(''), from: this.#from };
  }
}
