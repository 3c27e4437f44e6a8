import assert from 'node:assert/strict';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { isKnown, type ParticipantsState } from '../../../../src/rooms/model/storeState.ts';

const some = [new Participant({ participant_sid: `PA${'0'.repeat(32)}` })];
const known = (state: ParticipantsState['state'], more: Partial<ParticipantsState> = {}) =>
  isKnown({ state, participants: some, stale: false, unreadable: 0, ...more });

describe('The participants of a room', () => {
  it('are known when all are loaded, also if there are none', () => {
    assert.equal(known('complete'), true);
    assert.equal(known('complete', { participants: [] }), true);
    assert.equal(isKnown(undefined), false);
  });

  it('are known from an earlier load while they are loaded again, and if that fails', () => {
    assert.equal(known('loading', { stale: true }), true);
    assert.equal(known('failed'), true);
    assert.equal(known('loading', { participants: [] }), false);
    assert.equal(known('failed', { participants: [] }), false);
  });

  it('are not known while some of them are missing', () => {
    for (const state of ['loading', 'failed', 'complete'] as const)
      assert.equal(known(state, { partial: true }), false, state);
  });
});
