/** An error code of Twilio Video in words, as far as they help without a network. */
export interface ErrorExplanation {
  /** A few words, in the middle of a sentence: "media connection failed". */
  readonly name: string;
  /** What it usually means, in a sentence. */
  readonly meaning: string;
  /** What to look at first, in a sentence. */
  readonly check: string;
}

/** By code. Functions, because the language is known only after the start. */
export type ErrorTable = Readonly<Record<number, () => ErrorExplanation>>;
