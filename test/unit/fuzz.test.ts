import assert from 'node:assert/strict';
import { targets, tryOut } from '../fuzz/fuzz.ts';

/** A short run; `npm run fuzz` makes a long one. */
const cases = 300;

describe('Whatever others write', () => {
  const seed = Date.now() % 2 ** 31;
  for (const target of targets) {
    it(`harms no reader: ${target.name}`, async () => {
      const trial = await tryOut(target, cases, seed);
      assert.equal(trial.failure, undefined, trial.failure);
      assert.equal(trial.cases, cases);
    }).timeout(60_000);
  }
});
