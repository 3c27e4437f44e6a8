/** The explanation of a Twilio Video error code, available offline. */
export interface ErrorExplanation {
  /** A short name that fits in a sentence: "media connection failed". */
  readonly name: string;
  /** The usual meaning, in a sentence. */
  readonly meaning: string;
  /** What to check first, in a sentence. */
  readonly check: string;
}

/** Explanations by code. Functions, because the language is known only after the start. */
export type ErrorTable = Readonly<Record<number, () => ErrorExplanation>>;
