import assert from 'node:assert/strict';
import { maxFetches, planRefresh, type RefreshInput } from '../../../../src/rooms/live/refreshPlan.ts';

const facts = (given: Partial<RefreshInput>): RefreshInput => ({
  live: [],
  ended: [],
  visible: new Set(),
  unknown: new Set(),
  requestedAt: new Map(),
  ...given,
});
const many = Array.from({ length: 100 }, (_, number) => `room ${number}`);

describe('planRefresh', () => {
  it('asks for nothing where nothing is live', () =>
    assert.deepEqual(planRefresh(facts({})), { rooms: [], participantsOnly: [] }));

  it('asks first for what has ended, then for what is shown, then for the rest', () => {
    const plan = planRefresh(facts({ live: ['a', 'b', 'c'], ended: ['c'], visible: new Set(['b', 'c']) }));
    assert.deepEqual(plan, { rooms: ['c', 'b', 'a'], participantsOnly: [] });
  });

  it('asks only for the participants of what only the Video API knows, until it has ended', () => {
    const unknown = new Set(['a', 'b', 'd']);
    const visible = new Set(['a', 'b']);
    const plan = planRefresh(facts({ live: ['a', 'b', 'c', 'd'], ended: ['b'], visible, unknown }));
    assert.deepEqual(plan, { rooms: ['b', 'c'], participantsOnly: ['a'] });
  });

  for (const [which, visible, unknown] of [
    ['none is shown', [], []],
    ['all are shown', many, []],
    ['all are shown and known only to the Video API', many, many],
  ] as const) {
    it(`stays small however many are live, and comes round to all of them, where ${which}`, () => {
      const requestedAt = new Map<string, number>();
      const seen = new Set<string>();
      for (let round = 1; round <= Math.ceil(many.length / maxFetches); round++) {
        const sets = { visible: new Set(visible), unknown: new Set(unknown) };
        const { rooms, participantsOnly } = planRefresh(facts({ live: many, ...sets, requestedAt }));
        assert.ok(rooms.length + participantsOnly.length <= maxFetches);
        for (const key of [...rooms, ...participantsOnly]) {
          seen.add(key);
          requestedAt.set(key, round);
        }
      }
      assert.equal(seen.size, many.length);
    });
  }
});
