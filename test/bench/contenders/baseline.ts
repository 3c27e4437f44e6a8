import { Client } from 'undici';
import { basic, sampleAccounts } from '../../sampleServer/accounts.ts';
import { type Listed, serve, type Task } from './contender.ts';

serve(list);

interface Page {
  readonly meta: { readonly next_page_url: string | null };
  readonly rooms: readonly { readonly room_sid: string }[];
}

/** The lower bound for a client on one connection: gets the pages one after another and parses them. */
async function list({ origin, createdAfter, createdBefore }: Task): Promise<Listed> {
  const connection = new Client(origin);
  const headers = { authorization: basic(sampleAccounts.apiKey) };
  const query = new URLSearchParams({
    CreatedAfter: new Date(createdAfter).toISOString(),
    CreatedBefore: new Date(createdBefore).toISOString(),
    PageSize: '1000',
  });
  const rooms: Page['rooms'][number][] = [];
  for (let path: string | undefined = `/v1/Video/Rooms?${query}`; path !== undefined; ) {
    const { body } = await connection.request({ path, method: 'GET', headers });
    const page = JSON.parse(await body.text()) as Page;
    rooms.push(...page.rooms);
    const next: string | null = page.meta.next_page_url;
    path = next === null ? undefined : next.slice(origin.length);
  }
  const distinct = new Set(rooms.map((room) => room.room_sid)).size;
  return { rooms: rooms.length, distinct, kept: rooms, close: () => connection.close() };
}
