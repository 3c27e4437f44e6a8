import type { CallView } from './callViews.ts';
import type { EmptyView, OverviewView } from './overviewViews.ts';
import type { PageIcon } from './pageIcons.ts';
import type { PageAction } from './protocol.ts';

/**
 * What the page of a panel shows. All words, formats and meanings are made in
 * the host; the page lays them out.
 */

/** Whether the API sent a value, sent null, or left the field out; or sent what the field cannot mean. */
export type ValueState = 'value' | 'null' | 'missing' | 'invalid';

/** One value, ready to be shown. */
export interface ValueView {
  /** Humanised; "—" for null. */
  readonly text: string;
  readonly state: ValueState;
  /** What the copy button copies: the value as the API sent it. Absent for null and missing. */
  readonly raw?: string;
  /** Shown on hover in addition to the meaning: ISO 8601 for a time, the exact number for a duration. */
  readonly exact?: string;
  /** How to set it: `code` is monospaced, `error` stands out (never by colour alone). */
  readonly tone?: 'code' | 'error';
  /** An https address that the host has approved; opened through the host. */
  readonly href?: string;
}

/** One property of the room, with the documentation's meaning. */
export interface PropertyView extends ValueView {
  /** The API's name of the field, for example `room_sid`. */
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
}

export interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly properties: readonly PropertyView[];
}

/** A state in a word, with the codicon that goes with it. */
export interface StatusView {
  readonly word: string;
  readonly icon: PageIcon;
  readonly tone: 'live' | 'done' | 'other';
}

export interface RoomView {
  readonly title: string;
  /** Absent where the API gave none; then there is nothing to copy or refresh. */
  readonly sid?: string;
  readonly status: StatusView;
  /** "Live since 10:02, 12 min so far" or "Ended today at 10:44 after 42 min". */
  readonly headline: string;
  readonly groups: readonly GroupView[];
}

export interface ColumnView {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  /** Width in `ch` that suits the column's usual content. */
  readonly width: number;
}

export interface ParticipantRowView {
  /** The participant's SID, or a stand-in that is unique in the room. */
  readonly key: string;
  /** What a screen reader calls the row: the identity or SID. */
  readonly name: string;
  /** One for each column, in the columns' order. */
  readonly cells: readonly ValueView[];
}

export interface ParticipantsView {
  /** "5 participants", "Loading participants…": the section's own summary, also announced. */
  readonly summary: string;
  readonly loading: boolean;
  readonly columns: readonly ColumnView[];
  /** All of them, or the first: the page asks for the others when it has drawn these. */
  readonly rows: readonly ParticipantRowView[];
  /** How many rows there are in all. */
  readonly total: number;
}

/** One participant in full, after it was chosen in the timeline or the table. */
export interface ParticipantDetailsView {
  readonly key: string;
  readonly title: string;
  /** "twilio-video.js 2.28.1, Chrome 126 on macOS" */
  readonly device: string;
  readonly properties: readonly PropertyView[];
  /** Further stays of the same identity, and what happened around the drop. */
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** One thing that differs between two rooms or two participants. */
export interface CompareRowView {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  /** May have several lines. */
  readonly left: string;
  readonly right: string;
}

export interface CompareView {
  readonly titles: readonly [left: string, right: string];
  /** How much differs, in a sentence. */
  readonly summary: string;
  /** Only what differs in meaning. */
  readonly rows: readonly CompareRowView[];
}

/** What tells a room from a file from one that Twilio still tells of. */
export interface SavedView {
  /** When it was saved, and from where. */
  readonly line: string;
  /** What is missing in the file. */
  readonly note?: string;
}

/** A failure in words, with what can be done about it. What was loaded before stays on the page. */
export interface FailureView {
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly { readonly id: PageAction; readonly label: string }[];
}

/** The page's own words, so that they are translated in one place. */
export interface PageWords {
  readonly copyJson: string;
  readonly copyReport: string;
  readonly watch: string;
  readonly stopWatching: string;
  readonly openJson: string;
  readonly refresh: string;
  readonly saveRoom: string;
  readonly copyValue: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly loading: string;
  readonly properties: string;
  readonly participants: string;
  readonly missing: string;
  readonly null: string;
  readonly invalid: string;
  readonly opensInBrowser: string;
  readonly whatHappened: string;
  readonly findings: string;
  readonly usually: string;
  readonly toCheck: string;
  readonly moreAtTwilio: string;
  readonly showInTimeline: string;
  readonly timeline: string;
  readonly people: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly wholeCall: string;
  readonly timelineHelp: string;
  readonly details: string;
  readonly close: string;
  readonly compareJson: string;
  readonly property: string;
}

/** Everything that the page shows. Sent whole; the page draws what differs. */
export interface PageState {
  readonly words: PageWords;
  readonly locale: string;
  readonly loading: boolean;
  readonly room?: RoomView;
  /** Of a room in progress: whether the person is told when it has ended. */
  readonly watched?: boolean;
  /** Only for a room from a file. */
  readonly saved?: SavedView;
  /** Only when the participants are known. */
  readonly call?: CallView;
  /** The participant that was chosen. */
  readonly details?: ParticipantDetailsView;
  readonly participants?: ParticipantsView;
  readonly failure?: FailureView;
  /** In place of a room: two of them, side by side. */
  readonly compare?: CompareView;
  /** On the overview's page, in place of a room. */
  readonly overview?: OverviewView;
  readonly empty?: EmptyView;
}
