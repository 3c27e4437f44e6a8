import type { SampleWorld } from '../../src/sample/world/world.ts';

/** The page size limit of the API. */
const largestPage = 1000;

/**
 * Pages of a world's rooms, serialized in advance so that no room is generated while the list is measured. Rooms are
 * ordered newest first: each time window is one slice of one buffer.
 */
export class RoomPages {
  readonly #created: number[] = [];
  /** Offsets of the rooms in `#rows`, and the end of the last one. */
  readonly #starts: number[] = [0];
  readonly #rows: Buffer;

  constructor(world: SampleWorld) {
    const rows: Buffer[] = [];
    let end = 0;
    for (let position = 0; position < world.size; position++) {
      const row = Buffer.from(`${position === 0 ? '' : ','}${JSON.stringify(world.room(position))}`);
      rows.push(row);
      end += row.length;
      this.#starts.push(end);
      this.#created.push(world.times(position).created);
    }
    this.#rows = Buffer.concat(rows);
  }

  /** The page at this URL; undefined if the URL is not a list of rooms in a window. */
  page(url: URL): Buffer | undefined {
    const query = url.searchParams;
    if (url.pathname !== '/v1/Video/Rooms' || [...query.keys()].some((name) => !understood.has(name)))
      return undefined;
    const before = Date.parse(query.get('CreatedBefore') ?? '9999-01-01');
    const after = Date.parse(query.get('CreatedAfter') ?? '1970-01-01');
    const size = Math.min(largestPage, Number(query.get('PageSize') ?? 50));
    const start = Number(query.get('PageToken')?.slice(2) ?? this.#firstBefore(before));
    const last = this.#firstBefore(after);
    const end = Math.min(start + size, last);
    const next = end < last ? nextPage(url, Number(query.get('Page') ?? 0) + 1, end) : null;
    const meta = JSON.stringify({
      page: Number(query.get('Page') ?? 0),
      page_size: size,
      next_page_url: next,
    });
    const from = this.#starts[start] ?? 0;
    const rows = this.#rows.subarray(from, this.#starts[end]);
    // Without the comma before the first room of the page.
    const list = start > 0 && rows.length > 0 ? rows.subarray(1) : rows;
    return Buffer.concat([Buffer.from(`{"meta":${meta},"rooms":[`), list, Buffer.from(']}')]);
  }

  /** Position of the newest room created before this time. */
  #firstBefore(time: number): number {
    let [low, high] = [0, this.#created.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#created[middle] ?? 0) >= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const understood = new Set(['CreatedAfter', 'CreatedBefore', 'PageSize', 'Page', 'PageToken']);

function nextPage(url: URL, number: number, position: number): string {
  const next = new URL(url);
  next.searchParams.set('Page', String(number));
  next.searchParams.set('PageToken', `PT${position}`);
  return next.href;
}
