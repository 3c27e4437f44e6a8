import * as z from 'zod/mini';
import { InsightsError } from '../core/errors.ts';
import { isJsonObject, type JsonObject } from '../core/json.ts';
import { withoutQuery } from '../core/requestPath.ts';
import type { Transport } from '../core/transport.ts';
import { parseReply } from './parseReply.ts';

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Number of rows that are not objects and so cannot be items, so that none is lost silently. */
  readonly unreadable: number;
  /** Whether the API links to a page after this one. */
  readonly more: boolean;
}

const envelope = z.object({
  meta: z.object({ next_page_url: z.optional(z.nullable(z.string())) }),
});

/**
 * The pages of a list, each requested when the caller asks for it.
 *
 * `next_page_url` is opaque and absolute. Its path and query are followed on our own origin; a link to
 * another origin ends the list with an error, and so does a link that was followed before.
 * @param path path and query of the first page
 * @param key the envelope's name for the rows, `rooms` or `participants`
 * @throws InsightsError if a page fails; the pages before it remain valid
 */
export async function* listPages<Item>(
  transport: Transport,
  origin: string,
  path: string,
  key: 'rooms' | 'participants',
  toItem: (json: JsonObject) => Item,
  signal: AbortSignal,
): AsyncGenerator<Page<Item>, void, undefined> {
  const followed = new Set<string>();
  for (let next: string | undefined = path; next !== undefined; ) {
    followed.add(next);
    const body = parseReply(await transport.send({ path: next }, signal), next, key);
    const rows = body[key];
    const meta = envelope.safeParse(body);
    if (!Array.isArray(rows) || !meta.success) {
      throw new InsightsError('unexpectedReply', { path: withoutQuery(next), status: 200 });
    }
    const objects = rows.filter(isJsonObject);
    const { next_page_url: link } = meta.data.meta;
    yield { items: objects.map(toItem), unreadable: rows.length - objects.length, more: Boolean(link) };
    next = nextPath(link, origin, next);
    if (next !== undefined && followed.has(next)) {
      throw new InsightsError('unexpectedReply', { path: withoutQuery(next), circular: true });
    }
  }
}

function nextPath(link: string | null | undefined, origin: string, current: string): string | undefined {
  if (!link) return undefined;
  const details = { path: withoutQuery(current), status: 200 };
  if (!URL.canParse(link, origin + current)) throw new InsightsError('unexpectedReply', details);
  const url = new URL(link, origin + current);
  if (url.origin !== origin) {
    throw new InsightsError('foreignPage', { ...details, nextOrigin: url.origin });
  }
  return url.pathname + url.search;
}
