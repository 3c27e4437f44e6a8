import { mix } from '../world/random.ts';
import { refusals } from './replies.ts';

/** A filtered list: positions, of which some hold an item. */
export interface Listing<Item> {
  readonly key: 'rooms' | 'participants';
  /** Positions run from 0 to this, exclusive. */
  readonly end: number;
  holds(position: number): boolean;
  item(position: number): Item;
}

interface Page {
  readonly size: number;
  readonly number: number;
  /** Position of the first item. */
  readonly start: number;
}

/** One page of a list in Twilio's envelope: `meta` with absolute addresses, and the items under their key. */
export function page<Item>(listing: Listing<Item>, url: URL): Record<string, unknown> {
  const { size, number, start } = readPage(listing, url);
  const found = positionsFrom(listing, start, size + 1);
  const next = found[size];
  return {
    meta: {
      page: number,
      page_size: size,
      first_page_url: address(url, size, 0),
      previous_page_url: number === 0 ? null : previous(listing, url, { size, number, start }),
      url: address(url, size, number, number === 0 ? undefined : start),
      next_page_url: next === undefined ? null : address(url, size, number + 1, next),
      key: listing.key,
    },
    [listing.key]: found.slice(0, size).map((position) => listing.item(position)),
  };
}

function readPage(listing: Listing<unknown>, url: URL): Page {
  const query = url.searchParams;
  const size = wholeNumber(query, 'PageSize') ?? 50;
  if (size < 1 || size > 1000) throw refusals.invalid('PageSize');
  const number = wholeNumber(query, 'Page') ?? 0;
  const token = query.get('PageToken');
  if (token === null) {
    if (number > 0) throw refusals.missingPageToken();
    return { size, number, start: 0 };
  }
  const start = Number.parseInt(token.slice(10), 36);
  if (!(start < listing.end) || token !== tokenOf(url, start)) throw refusals.badPageToken();
  return { size, number, start };
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw refusals.invalid(name);
  return Number(text);
}

function positionsFrom(listing: Listing<unknown>, start: number, count: number): number[] {
  const found: number[] = [];
  for (let position = start; position < listing.end && found.length < count; position++) {
    if (listing.holds(position)) found.push(position);
  }
  return found;
}

function previous(listing: Listing<unknown>, url: URL, { size, number, start }: Page): string {
  let first = start;
  let remaining = size;
  for (let position = start - 1; position >= 0 && remaining > 0; position--) {
    if (!listing.holds(position)) continue;
    first = position;
    remaining--;
  }
  return address(url, size, number - 1, number === 1 ? undefined : first);
}

/** The address of another page of the same query; without `start` that of the first. */
function address(url: URL, size: number, number: number, start?: number): string {
  const other = new URL(url);
  for (const name of ['PageSize', 'Page', 'PageToken']) other.searchParams.delete(name);
  other.searchParams.set('PageSize', String(size));
  other.searchParams.set('Page', String(number));
  if (start !== undefined) other.searchParams.set('PageToken', tokenOf(url, start));
  return other.href;
}

/** The token of a page: opaque, and valid only for the same path and filters. */
function tokenOf(url: URL, start: number): string {
  const query = [...url.searchParams]
    .filter(([name]) => !name.startsWith('Page'))
    .map(String)
    .sort()
    .join('&');
  const codes = Array.from(`${url.pathname}?${query}`, (character) => character.codePointAt(0) ?? 0);
  return `PT${mix(start, ...codes)
    .toString(16)
    .padStart(8, '0')}${start.toString(36)}`;
}
