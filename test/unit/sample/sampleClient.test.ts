import assert from 'node:assert/strict';
import { sampleClient } from '../../../src/sample/sampleClient.ts';

const day = 86_400_000;

describe('the client of the sample rooms', () => {
  it('has rooms in the last 24 hours also in an editor that stays open for days', async () => {
    let now = Date.UTC(2026, 10, 22);
    const client = sampleClient(() => now);
    const list = async () => {
      const query = { createdAfter: now - day, createdBefore: now };
      const { value } = await client.listRooms(query, new AbortController().signal).next();
      return value?.items.map(({ sid }) => sid) ?? [];
    };
    const first = await list();
    now += 5 * day;
    assert.ok(first.length > 30);
    assert.deepEqual(await list(), first);
  });
});
