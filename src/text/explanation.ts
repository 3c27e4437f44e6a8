/** What a person can do about a failure, as an id that each place turns into a button. */
export type NextStep = 'retry' | 'showLog' | 'signIn' | 'proxySettings';

/** A failure in words. */
export interface Explanation {
  /** What happened, in a few words. */
  readonly title: string;
  /** Why that may be, and the next step. */
  readonly detail: string;
  readonly steps: readonly NextStep[];
}
