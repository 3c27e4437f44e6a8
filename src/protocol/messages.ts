import * as z from 'zod/mini';
import { type PageName, pageActions } from './actions.ts';
import type { PageState } from './roomPage.ts';

/** Messages from host to page. */
export type HostMessage =
  | StateMessage
  | { readonly type: 'answer'; readonly request: number; readonly ok: boolean };

/** The state that the page renders. */
export interface StateMessage {
  readonly type: 'state';
  readonly state: PageState;
  /** The state that the page persists for a reload; absent for a room without a SID. */
  readonly persist?: PersistedState;
}

/** The state persisted through a window reload: ids only, never room data. */
const persistedState = z.object({
  roomSid: z.string().check(z.regex(/^RM[0-9a-fA-F]{32}$/)),
  /** Id of the account that the room belongs to. */
  account: z.optional(z.string()),
});
export type PersistedState = z.infer<typeof persistedState>;

const request = z.int().check(z.nonnegative());
const plainMessages = [
  /** `timeZone` is the IANA name of the zone of the user's screen. */
  z.object({ type: z.literal('ready'), timeZone: z.optional(z.string().check(z.maxLength(100))) }),
  /** Answered at once: tells the page that its host is there. */
  z.object({ type: z.literal('alive'), request }),
  /** The first rows of the table are rendered: send the others. */
  z.object({ type: z.literal('allRows') }),
  z.object({ type: z.literal('copyText'), request, text: z.string() }),
  z.object({ type: z.literal('bar'), request, bar: z.string(), extend: z.boolean() }),
  z.object({ type: z.literal('choose'), participant: z.nullable(z.string()) }),
  z.object({ type: z.literal('openLink'), request, href: z.url({ protocol: /^https$/ }) }),
] as const;

function messagesOf<Page extends PageName>(page: Page) {
  const action = z.object({ type: z.literal('action'), request, action: pageActions[page] });
  return z.discriminatedUnion('type', [...plainMessages, action]);
}

const pageMessages = {
  room: messagesOf('room'),
  compare: messagesOf('compare'),
  overview: messagesOf('overview'),
};

/** Page to host. Every message with a `request` number is answered, failures too. */
export type PageMessage<Page extends PageName = PageName> = z.infer<(typeof pageMessages)[Page]>;

/** Parses a message from a page; undefined for anything that this page does not send. */
export function parsePageMessage<Page extends PageName>(
  page: Page,
  message: unknown,
): PageMessage<Page> | undefined {
  return pageMessages[page].safeParse(message).data as PageMessage<Page> | undefined;
}

/** Parses the state that a page persisted before a reload; undefined if it is invalid. */
export function parsePersistedState(state: unknown): PersistedState | undefined {
  return persistedState.safeParse(state).data;
}
