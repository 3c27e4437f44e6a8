import { isJsonObject, type JsonObject } from '../core/json.ts';

/** The common prefix of the addresses of a kind of resource: each address is this and a SID. */
class UrlPrefix {
  readonly prefix: string;

  constructor(prefix: string) {
    this.prefix = prefix;
  }
}

/** Replaces the `links` of a room that are derived from its `url`. */
const ownLinks = Symbol('the participants below the url');
const participants = '/Participants';

/** Limits on the texts and lists shared between rows, for values that turn out to differ in every row. */
const maxShared = { texts: 1000, lists: 32 };

/**
 * Halves the memory of room rows: values that rows have in common are stored once, and addresses that follow
 * from a room's SID are built again by `restore`.
 */
export class RowCompactor {
  #prefix = new UrlPrefix('');
  #account = '';
  readonly #texts = new Map<string, string>();
  readonly #lists: (readonly unknown[])[] = [];

  /** Compacts the row in place: no other code may hold it. `restore` reverses this. */
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
    row.url = this.#prefixOf(url, sid);
    return row;
  }

  /** Nearly always the same account as before. */
  #accountOf(account: string): string {
    if (account !== this.#account) this.#account = this.#text(account);
    return this.#account;
  }

  #text(text: string): string {
    const shared = this.#texts.get(text);
    if (shared === undefined && this.#texts.size < maxShared.texts) this.#texts.set(text, text);
    return shared ?? text;
  }

  /** Shares only flat lists of texts, such as codecs. */
  #list(list: readonly unknown[]): readonly unknown[] {
    for (const shared of this.#lists) if (isSame(shared, list)) return shared;
    if (this.#lists.length < maxShared.lists && list.every((value) => typeof value === 'string'))
      this.#lists.push(list);
    return list;
  }

  #prefixOf(url: string, sid: string): UrlPrefix {
    const { prefix } = this.#prefix;
    const same = url.length === prefix.length + sid.length && url.startsWith(prefix);
    if (!same) this.#prefix = new UrlPrefix(url.slice(0, -sid.length || undefined));
    return this.#prefix;
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
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
    hasOneField(links)
  );
}

function hasOneField(links: JsonObject): boolean {
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
