import type { SampleWorld } from '../../src/sample/world/world.ts';

/** The largest page that the API gives. */
const largestPage = 1000;

/**
 * Pages of a world's rooms, made before anybody asks: the list holds no room
 * that must be worked out while it is measured. Rooms stand newest first, so
 * that every window of time is one piece of one buffer.
 */
export class RoomPages {
  readonly #created: number[] = [];
  /** Where each room begins in `#rows`, and where the last one ends. */
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

  /** The page that this address asks for; undefined where it asks for anything else than rooms of a window. */
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
    // Not the comma that stands before every room but the first.
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
