import assert from 'node:assert/strict';
import type { Page } from '../../../../src/insights/client/paging.ts';
import type { RoomSid } from '../../../../src/insights/core/sid.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { isKnown } from '../../../../src/rooms/model/storeState.ts';
import { ParticipantStore } from '../../../../src/rooms/store/participantStore.ts';

const room: RoomSid = `RM${'0'.repeat(32)}`;
const page = (numbers: readonly number[], more: boolean): Page<Participant> => ({
  items: numbers.map((n) => new Participant({ participant_sid: `PA${String(n).padStart(32, '0')}` })),
  unreadable: 0,
  more,
});
const { signal } = new AbortController();

describe('The participants of a room', () => {
  /** What is known after each change: how many participants, and whether the call can be analysed. */
  async function changes(store: (changed: () => void) => ParticipantStore, loads = 1) {
    const seen: [number, boolean][] = [];
    const created: ParticipantStore = store(() => {
      const state = created.get(room);
      seen.push([state?.participants.length ?? 0, isKnown(state)]);
    });
    for (let load = 0; load < loads; load++) await created.load(room, signal);
    return seen;
  }

  it('are known when the last page of the first load has come', async () => {
    const seen = await changes(
      (changed) =>
        new ParticipantStore(async function* () {
          yield page([1, 2], true);
          yield page([3], false);
        }, changed),
    );
    assert.deepEqual(seen, [
      [0, false],
      [2, false],
      [3, false],
      [3, true],
    ]);
  });

  it('are not known after a first load that failed half-way', async () => {
    const seen = await changes(
      (changed) =>
        new ParticipantStore(async function* () {
          yield page([1, 2], true);
          throw new Error('cut off');
        }, changed),
    );
    assert.deepEqual(seen.at(-1), [2, false]);
  });

  it('stay known while they are loaded again, also if that fails', async () => {
    let load = 0;
    const seen = await changes(
      (changed) =>
        new ParticipantStore(async function* () {
          load++;
          yield page([1, 2], true);
          if (load > 1) throw new Error('cut off');
          yield page([3], false);
        }, changed),
      2,
    );
    assert.deepEqual(seen.slice(4), [
      [3, true],
      [3, true],
      [3, true],
    ]);
  });
});
