import type fc from 'fast-check';

/** A reader of what others wrote, with what must hold whatever that is. */
export interface Target {
  /** What is read, in the plural: "pages of a list". */
  readonly name: string;
  readonly property: fc.IRawProperty<unknown, boolean>;
}

/** What came of one target. */
export interface Trial {
  readonly name: string;
  /** How many cases were tried, the failed one included. */
  readonly cases: number;
  /** How the first failure is seen again and what it was; undefined if there was none. */
  readonly failure?: string;
}
