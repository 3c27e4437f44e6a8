import assert from 'node:assert/strict';
import { maxFetches, planRefresh, type RefreshInput } from '../../../../src/rooms/live/refreshPlan.ts';

const facts = (given: Partial<RefreshInput>): RefreshInput => ({
  live: [],
  ended: [],
  shown: new Set(),
  unknown: new Set(),
  askedAt: new Map(),
  ...given,
});
const many = Array.from({ length: 100 }, (_, number) => `room ${number}`);

describe('planRound', () => {
  it('asks for nothing where nothing is live', () =>
    assert.deepEqual(planRefresh(facts({})), { rooms: [], people: [] }));

  it('asks first for what has ended, then for what is shown, then for the rest', () => {
    const plan = planRefresh(facts({ live: ['a', 'b', 'c'], ended: ['c'], shown: new Set(['b', 'c']) }));
    assert.deepEqual(plan, { rooms: ['c', 'b', 'a'], people: [] });
  });

  it('asks only for the participants of what only the Video API knows, until it has ended', () => {
    const unknown = new Set(['a', 'b', 'd']);
    const shown = new Set(['a', 'b']);
    const plan = planRefresh(facts({ live: ['a', 'b', 'c', 'd'], ended: ['b'], shown, unknown }));
    assert.deepEqual(plan, { rooms: ['b', 'c'], people: ['a'] });
  });

  for (const [which, shown, unknown] of [
    ['none is shown', [], []],
    ['all are shown', many, []],
    ['all are shown and known only to the Video API', many, many],
  ] as const) {
    it(`stays small however many are live, and comes round to all of them, where ${which}`, () => {
      const askedAt = new Map<string, number>();
      const seen = new Set<string>();
      for (let round = 1; round <= Math.ceil(many.length / maxFetches); round++) {
        const sets = { shown: new Set(shown), unknown: new Set(unknown) };
        const { rooms, people } = planRefresh(facts({ live: many, ...sets, askedAt }));
        assert.ok(rooms.length + people.length <= maxFetches);
        for (const key of [...rooms, ...people]) {
          seen.add(key);
          askedAt.set(key, round);
        }
      }
      assert.equal(seen.size, many.length);
    });
  }
});
