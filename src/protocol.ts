import * as z from 'zod/mini';

/**
 * What the room panel (host) and its page (browser) say to each other. All
 * words, formats and meanings are made in the host; the page lays them out.
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
  /** Codicon name without the `codicon-` prefix. */
  readonly icon: string;
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
  readonly rows: readonly ParticipantRowView[];
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
  readonly openJson: string;
  readonly refresh: string;
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
}

/** Everything that the page shows. Sent whole; the page draws what differs. */
export interface PageState {
  readonly words: PageWords;
  readonly locale: string;
  readonly loading: boolean;
  readonly room?: RoomView;
  readonly participants?: ParticipantsView;
  readonly failure?: FailureView;
}

/** Host to page. */
export type ToPage =
  | StateMessage
  | { readonly type: 'answer'; readonly request: number; readonly ok: boolean };

export interface StateMessage {
  readonly type: 'state';
  readonly state: PageState;
  /** What the page keeps for a reload; a room without a SID cannot be kept. */
  readonly keep?: KeptState;
}

/** What the page keeps through a window reload: ids only, never room data. */
const keptState = z.object({ roomSid: z.string().check(z.regex(/^RM[0-9a-f]{32}$/)) });
export type KeptState = z.infer<typeof keptState>;

const pageAction = z.enum([
  'refresh',
  'retry',
  'copyJson',
  'openJson',
  'copySid',
  'showLog',
  'signIn',
  'sample',
]);
export type PageAction = z.infer<typeof pageAction>;

const request = z.int().check(z.nonnegative());
const fromPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('action'), request, action: pageAction }),
  z.object({ type: z.literal('copyText'), request, text: z.string() }),
  z.object({ type: z.literal('openLink'), request, href: z.url({ protocol: /^https$/ }) }),
]);

/** Page to host. Every message with a `request` number is answered, failures too. */
export type FromPage = z.infer<typeof fromPage>;

/** Reads a message from the page; undefined for anything that is not one. */
export function parseFromPage(message: unknown): FromPage | undefined {
  return fromPage.safeParse(message).data;
}

/** Reads what a page kept before a reload; undefined if it is nothing of ours. */
export function parseKeptState(state: unknown): KeptState | undefined {
  return keptState.safeParse(state).data;
}
