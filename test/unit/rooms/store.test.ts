import assert from 'node:assert/strict';
import { createClient } from '../../../src/insights/client/createClient.ts';
import type { RoomSid } from '../../../src/insights/core/sid.ts';
import { RoomStore } from '../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../src/sample/sampleClient.ts';
import { sampleRooms } from '../../../src/sample/world/fixedRooms.ts';
import { startSampleServer } from '../../sampleServer/server.ts';

const dropped = sampleRooms.dropped.sid as RoomSid;

const abort = { name: 'AbortError' };

/** A store on an API that takes requests and never answers; what it was asked and what was broken off. */
async function silent() {
  const asked = Promise.withResolvers<void>();
  const brokenOff = Promise.withResolvers<void>();
  const server = await startSampleServer({
    intercept: (_request, response) => {
      response.once('close', () => brokenOff.resolve());
      asked.resolve();
      return true;
    },
  });
  const client = createClient({
    origin: server.url,
    credentials: { username: 'SK', password: 'secret' },
    userAgent: 'test',
    maxConcurrentRequests: 8,
  });
  const store = new RoomStore();
  store.use(client);
  const close = async () => {
    store.dispose();
    await client.close();
    await server.close();
  };
  return { store, close, asked: asked.promise, brokenOff: brokenOff.promise };
}

describe('Giving up', () => {
  it('on a room ends its request, down to the socket', async () => {
    const { store, close, asked, brokenOff } = await silent();
    const waiting = new AbortController();
    const room = store.fetchRoom(dropped, waiting.signal);
    await asked;
    waiting.abort();
    await assert.rejects(room, abort);
    await brokenOff;
    await close();
  });

  it('on participants ends their request and leaves no loading behind', async () => {
    const { store, close, asked, brokenOff } = await silent();
    const waiting = new AbortController();
    const loading = store.loadParticipants(dropped, waiting.signal);
    await asked;
    assert.equal(store.participantsState(dropped)?.state, 'loading');
    const restored = new Promise<void>((resolve) => store.events.once('change', () => resolve()));
    waiting.abort();
    await assert.rejects(loading, abort);
    await brokenOff;
    await restored;
    assert.equal(store.participantsState(dropped), undefined);
    await close();
  });

  it('on participants that were known keeps them, to be loaded anew', async () => {
    const store = new RoomStore();
    store.use(sampleClient());
    await store.loadParticipants(dropped);
    const before = store.participantsState(dropped)?.participants;
    const waiting = new AbortController();
    const loading = store.loadParticipants(dropped, waiting.signal);
    const restored = new Promise<void>((resolve) => store.events.once('change', () => resolve()));
    waiting.abort();
    await assert.rejects(loading, abort);
    await restored;
    assert.deepEqual(store.participantsState(dropped), {
      state: 'complete',
      participants: before,
      unreadable: 0,
      stale: true,
    });
  });
});
