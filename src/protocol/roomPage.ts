import type { CommonAction } from './actions.ts';
import type { CallView } from './call.ts';
import type { EmptyView, OverviewView } from './overview.ts';
import type { PageIcon } from './pageIcons.ts';

/** The view models of a panel's page. The host makes all texts and meanings; the page renders them. */

/** Whether the API sent a value, sent null, omitted the field, or sent a value that the field cannot have. */
export type ValueState = 'value' | 'null' | 'missing' | 'invalid';

/** One value, formatted. */
export interface ValueView {
  /** Humanized; "—" for null. */
  readonly text: string;
  readonly state: ValueState;
  /** The value as the API sent it, for the copy button. Absent for null and missing. */
  readonly raw?: string;
  /** Shown on hover with the meaning: ISO 8601 for a time, all digits for a duration, a whole identity. */
  readonly exact?: string;
  /** The style: `code` is monospaced, `error` is emphasized (never by colour alone). */
  readonly tone?: 'code' | 'error';
  /** An https address that the host has approved; the host opens it. */
  readonly href?: string;
}

/** One property of the room, with the documentation's meaning. */
export interface PropertyView extends ValueView {
  /** The API's name of the field, for example `room_sid`. */
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
}

/** A group of properties. */
export interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly properties: readonly PropertyView[];
}

/** The label of a status, with its codicon. */
export interface StatusView {
  readonly label: string;
  readonly icon: PageIcon;
  readonly tone: 'live' | 'done' | 'other';
}

/** A room with its properties. */
export interface RoomView {
  readonly title: string;
  /** Absent if the API sent none; then there is nothing to copy or refresh. */
  readonly sid?: string;
  readonly status: StatusView;
  /** "Live since 10:02, 12 min so far" or "Ended today at 10:44 after 42 min". */
  readonly headline: string;
  readonly groups: readonly GroupView[];
}

/** A column of the participants' table. */
export interface ColumnView {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  /** Width in `ch` that suits the column's usual content. */
  readonly width: number;
}

/** A row of the participants' table. */
export interface ParticipantRowView {
  /** The participant's SID, or a substitute that is unique in the room. */
  readonly key: string;
  /** The accessible label of the row: the label of the identity or SID. */
  readonly name: string;
  /** One cell per column, in the columns' order. */
  readonly cells: readonly ValueView[];
}

/** The participants' table. */
export interface ParticipantsView {
  /** "5 participants", "Loading participants…": the summary of the section, also announced. */
  readonly summary: string;
  readonly loading: boolean;
  readonly columns: readonly ColumnView[];
  /** All rows, or the first: the page requests the others when it has rendered these. */
  readonly rows: readonly ParticipantRowView[];
  /** The total number of rows. */
  readonly total: number;
}

/** The details of the participant selected in the timeline or the table. */
export interface ParticipantDetailsView {
  readonly key: string;
  readonly title: string;
  /** "twilio-video.js 2.28.1, Chrome 126 on macOS" */
  readonly device: string;
  readonly properties: readonly PropertyView[];
  /** Other stays of the same identity, and events around the drop. */
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** A difference between two rooms or two participants. */
export interface CompareRowView {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  /** May have several lines. */
  readonly left: string;
  readonly right: string;
}

/** The comparison of two rooms or two participants. */
export interface CompareView {
  readonly titles: readonly [left: string, right: string];
  /** The full identities of participants, of which the titles are labels. */
  readonly fullTitles?: readonly [left: string, right: string];
  /** The number of differences, in a sentence. */
  readonly summary: string;
  /** Only differences in meaning. */
  readonly rows: readonly CompareRowView[];
}

/** The notes on a room that was opened from a file. */
export interface SavedView {
  /** When and from where it was saved. */
  readonly line: string;
  /** Data missing in the file. */
  readonly note?: string;
}

/** What a failure can offer: *Open as Text* only where a saved room cannot be read. */
export type FailureAction = CommonAction | 'retry' | 'openText';

/** An error with the available actions. Data loaded before stays on the page. */
export interface FailureView {
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly { readonly id: FailureAction; readonly label: string }[];
}

/** The labels of the page, translated in one place. */
export interface PageLabels {
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

/** The whole state of the page. Always sent complete; the page renders the differences. */
export interface PageState {
  readonly labels: PageLabels;
  readonly locale: string;
  readonly loading: boolean;
  readonly room?: RoomView;
  /** For a room in progress: whether the user is notified when it ends. */
  readonly watched?: boolean;
  /** Only for a room from a file. */
  readonly saved?: SavedView;
  /** Only if the participants are loaded. */
  readonly call?: CallView;
  /** The selected participant. */
  readonly details?: ParticipantDetailsView;
  readonly participants?: ParticipantsView;
  readonly failure?: FailureView;
  /** Instead of a room: two rooms side by side. */
  readonly compare?: CompareView;
  /** Instead of a room, on the overview's page. */
  readonly overview?: OverviewView;
  readonly empty?: EmptyView;
}
