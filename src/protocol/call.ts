/**
 * The view models of a call on a room's page: summary, findings, timeline. The host makes all texts; the page
 * lays out the times.
 */

/** A finding in the call. */
export interface FindingView {
  readonly id: string;
  /** Each has its own icon and label, never colour alone. */
  readonly severity: 'error' | 'warning' | 'info';
  /** The label of the severity. */
  readonly label: string;
  readonly title: string;
  /**
   * The participants and times; only the times if the title names the participants. Empty if there are
   * neither.
   */
  readonly evidence: string;
  /** The full identities behind the names in these texts, each after its name; absent if all are whole. */
  readonly fullNames?: readonly string[];
  /** The usual meaning. */
  readonly meaning: string;
  /** The next thing to check. */
  readonly check: string;
  /** Twilio's page about it. */
  readonly href?: string;
  /** Keys of the participants concerned: their bars are highlighted. */
  readonly participants: readonly string[];
}

/** One stay of a participant, a bar in the timeline. */
export interface StayView {
  /** The participant's key: the row of the table that this bar belongs to. */
  readonly participant: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** `present`: still in the room; `unknown`: Twilio does not know when the stay ended. */
  readonly ending: 'left' | 'present' | 'unknown';
  /** The abnormal end of the stay, shown at the end of its bar: "53405", or a reason. */
  readonly error?: string;
  /** Any other end than an ordinary leave: "Disconnected through the API". */
  readonly reason?: string;
  /**
   * Lines for the hover and the accessible label. Empty for rows far below the fold, until all rows are
   * requested.
   */
  readonly lines: readonly string[];
}

/** All stays of one identity. */
export interface LaneView {
  readonly key: string;
  /** The label of the identity. */
  readonly name: string;
  /** The full identity, if the name is only its label. */
  readonly fullName?: string;
  readonly stays: readonly StayView[];
}

/** The timeline of a call. */
export interface TimelineView {
  /** Milliseconds since 1970; the range of the axis. */
  readonly start: number;
  readonly end: number;
  /** IANA name of the zone of all times. */
  readonly timeZone: string;
  readonly lanes: readonly LaneView[];
  /** The number of participants in the room from each time on, by time. */
  readonly present: readonly { readonly time: number; readonly count: number }[];
  /** The maximum number of participants at the same time. */
  readonly allowed?: { readonly count: number; readonly text: string };
  /** The accessible summary of the timeline, in a sentence. */
  readonly summary: string;
}

/** A call with its findings. */
export interface CallView {
  /** One or two plain sentences. */
  readonly summary: string;
  /** The full identities behind the names in the summary, as in a finding. */
  readonly fullNames?: readonly string[];
  readonly findings: readonly FindingView[];
  /** Whether Twilio has finished the summary, and when it expires. */
  readonly freshness?: string;
  readonly timeline?: TimelineView;
}
