import { isJsonObject, type JsonObject } from '../core/json.ts';

/** Where resources of a kind lie: their addresses are this and their SID. */
class UrlPrefix {
  readonly prefix: string;

  constructor(prefix: string) {
    this.prefix = prefix;
  }
}

/** Stands for a room's `links` that lead where its `url` does. */
const ownLinks = Symbol('the participants below the url');
const participants = '/Participants';

/** Texts and lists that many rows have alike; no more are looked for, where they turn out to be different. */
const maxAlike = { texts: 1000, lists: 32 };

/**
 * Keeps rows of rooms in half the memory: what most of them have alike is kept
 * once, and addresses that a room's own SID tells are written anew by `restore`.
 */
export class RowCompactor {
  #place = new UrlPrefix('');
  #account = '';
  readonly #texts = new Map<string, string>();
  readonly #lists: (readonly unknown[])[] = [];

  /** Makes the row small, in place: it must be nobody else's. What it was, `restore` gives back. */
  compact(row: Record<string, unknown>): JsonObject {
    const { account_sid, room_type, status_callback, end_reason, codecs } = row;
    if (typeof account_sid === 'string') row.account_sid = this.#accountOf(account_sid);
    if (typeof room_type === 'string') row.room_type = this.#text(room_type);
    if (typeof status_callback === 'string') row.status_callback = this.#text(status_callback);
    if (typeof end_reason === 'string') row.end_reason = this.#text(end_reason);
    if (Array.isArray(codecs)) row.codecs = this.#list(codecs);
    const { room_sid: sid, url, links } = row;
    if (typeof sid !== 'string' || typeof url !== 'string' || !url.endsWith(sid)) return row;
    if (isOwnLinks(links, url)) row.links = ownLinks;
    row.url = this.#placeOf(url, sid);
    return row;
  }

  /** Nearly always the same as before. */
  #accountOf(account: string): string {
    if (account !== this.#account) this.#account = this.#text(account);
    return this.#account;
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known === undefined && this.#texts.size < maxAlike.texts) this.#texts.set(text, text);
    return known ?? text;
  }

  /** Only flat lists of texts, such as codecs. */
  #list(list: readonly unknown[]): readonly unknown[] {
    for (const known of this.#lists) if (isSame(known, list)) return known;
    if (this.#lists.length < maxAlike.lists && list.every((value) => typeof value === 'string'))
      this.#lists.push(list);
    return list;
  }

  #placeOf(url: string, sid: string): UrlPrefix {
    const { prefix } = this.#place;
    const same = url.length === prefix.length + sid.length && url.startsWith(prefix);
    if (!same) this.#place = new UrlPrefix(url.slice(0, -sid.length || undefined));
    return this.#place;
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false;
  return true;
}

function isOwnLinks(links: unknown, url: string): boolean {
  if (!isJsonObject(links)) return false;
  const address = links.participants;
  return (
    typeof address === 'string' &&
    address.length === url.length + participants.length &&
    address.startsWith(url) &&
    address.endsWith(participants) &&
    isAlone(links)
  );
}

function isAlone(links: JsonObject): boolean {
  let fields = 0;
  for (const _ in links) fields++;
  return fields === 1;
}

/** The row as it was sent, in the order in which it was sent. */
export function restore(row: JsonObject): JsonObject {
  if (!(row.url instanceof UrlPrefix)) return row;
  const url = `${row.url.prefix}${row.room_sid}`;
  const links = row.links === ownLinks ? { participants: url + participants } : row.links;
  return { ...row, url, ...('links' in row && { links }) };
}

/** One field of the row as it was sent. */
export function restoredField(row: JsonObject, name: string): unknown {
  const value = row[name];
  return value instanceof UrlPrefix || value === ownLinks ? restore(row)[name] : value;
}
