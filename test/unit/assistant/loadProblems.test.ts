import assert from 'node:assert/strict';
import { loadProblems } from '../../../src/assistant/loadProblems.ts';
import { never, range, sampleLookup } from './sampleLookup.ts';

describe('The rooms for an assistant’s question', () => {
  it('are checked in their order, no more than asked for, and each once', async () => {
    const { store, rooms } = sampleLookup();
    const { rooms: found } = await rooms.find(range(24), never);
    await loadProblems(store, found, 5, never);
    const known = found.filter(({ key }) => store.participantsState(key)?.state === 'complete');
    assert.deepEqual(known, found.slice(0, 5));
    await loadProblems(store, found.slice(0, 5), 5, never);
    await assert.rejects(loadProblems(store, found, 50, AbortSignal.abort()), { name: 'AbortError' });
  });

  it('are not asked for with the credentials of another account', async () => {
    const { store, source, rooms } = sampleLookup();
    const { rooms: found } = await rooms.find(range(24), never);
    const asked: string[] = [];
    const checking = loadProblems(store, found, found.length, never);
    store.use({
      ...source,
      listParticipants: (sid, signal) => {
        asked.push(sid);
        return source.listParticipants(sid, signal);
      },
    });
    await checking;
    assert.deepEqual(asked, []);
  });
});
