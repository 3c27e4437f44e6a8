/**
 * What the page of a room shows of its call: the story, what stands out, and
 * the timeline. All words are made in the host; times are for the page to lay out.
 */

/** One thing that stands out in the call. */
export interface FindingView {
  readonly id: string;
  /** Each has its own icon and word, never colour alone. */
  readonly severity: 'error' | 'warning' | 'info';
  /** The severity in a word. */
  readonly word: string;
  readonly title: string;
  /** Who and when; only when, where the title has said who. Empty where there is neither. */
  readonly evidence: string;
  /** What it usually means. */
  readonly meaning: string;
  /** What to check. */
  readonly check: string;
  /** Twilio's page about it. */
  readonly href?: string;
  /** Keys of the participants that it is about: their bars are highlighted. */
  readonly participants: readonly string[];
}

/** One stay of somebody in the room, a bar in the timeline. */
export interface StayView {
  /** The participant's key: the row of the table that this bar belongs to. */
  readonly participant: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** `present`: still in the room; `unknown`: Twilio does not know when the stay ended. */
  readonly ending: 'left' | 'present' | 'unknown';
  /** What ended the stay against the participant's will, as it stands at the bar's end: "53405", or a reason. */
  readonly error?: string;
  /** What else ended it but an ordinary leave: "Disconnected by the API". */
  readonly reason?: string;
  /** What a hover and a screen reader say, a line each. Empty far below what the first picture shows, until all is wanted. */
  readonly lines: readonly string[];
}

/** Everybody of one identity shares a lane. */
export interface LaneView {
  readonly key: string;
  readonly name: string;
  readonly stays: readonly StayView[];
}

export interface TimelineView {
  /** Milliseconds since 1970; what the whole axis spans. */
  readonly start: number;
  readonly end: number;
  /** IANA name, or undefined for the zone of the machine. */
  readonly timeZone?: string;
  readonly lanes: readonly LaneView[];
  /** How many participants were in the room from each time on, in the order of time. */
  readonly present: readonly { readonly time: number; readonly count: number }[];
  /** The most participants allowed at the same time. */
  readonly allowed?: { readonly count: number; readonly text: string };
  /** The timeline in a sentence, for who cannot see it. */
  readonly summary: string;
}

/** What happened in the call. */
export interface CallView {
  /** One or two plain sentences. */
  readonly summary: string;
  readonly findings: readonly FindingView[];
  /** Whether Twilio has finished the summary, and when it expires. */
  readonly freshness?: string;
  readonly timeline?: TimelineView;
}
