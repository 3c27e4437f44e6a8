/** A step that the user can take after a failure; each view renders it as a button. */
export type NextStep = 'retry' | 'showLog' | 'signIn' | 'proxySettings';

/** An error, explained to the user. */
export interface Explanation {
  /** A short title. */
  readonly title: string;
  /** Possible causes, and the next step. */
  readonly detail: string;
  readonly steps: readonly NextStep[];
}
