import * as z from 'zod/mini';
import type { PageState } from './pageViews.ts';

/** What the page shows belongs to what it is told: both sides find it here. */
export type * from './callViews.ts';
export type * from './overviewViews.ts';
export type { PageIcon } from './pageIcons.ts';
export type * from './pageViews.ts';

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
const keptState = z.object({
  roomSid: z.string().check(z.regex(/^RM[0-9a-f]{32}$/)),
  /** Id of the account whose room it is. */
  account: z.optional(z.string()),
});
export type KeptState = z.infer<typeof keptState>;

const pageAction = z.enum([
  'refresh',
  'retry',
  'copyJson',
  'openJson',
  'copySid',
  'copyReport',
  'watch',
  'stopWatching',
  'saveRoom',
  'openText',
  'compareJson',
  'showLog',
  'signIn',
  'proxySettings',
  'sample',
  'setWindow',
  'loadMore',
  'retryGaps',
  'clearFilter',
  'loadParticipants',
  'cancelParticipants',
]);
export type PageAction = z.infer<typeof pageAction>;

const request = z.int().check(z.nonnegative());
const fromPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** The first rows of the table are drawn: the others may come. */
  z.object({ type: z.literal('allRows') }),
  z.object({ type: z.literal('action'), request, action: pageAction }),
  z.object({ type: z.literal('copyText'), request, text: z.string() }),
  z.object({ type: z.literal('bar'), request, bar: z.string(), extend: z.boolean() }),
  z.object({ type: z.literal('choose'), participant: z.nullable(z.string()) }),
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
