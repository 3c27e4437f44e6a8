import assert from 'node:assert/strict';
import { runSteps, type StepOutcome } from '../../../../src/accounts/signIn/runSteps.ts';

/** Runs a form of three steps in which the user does this; resolves to the outcome and the steps shown. */
async function run(...does: readonly StepOutcome[]): Promise<[outcome: string, shown: string]> {
  const shown: string[] = [];
  const steps = ['SID', 'secret', 'name'].map((step) => async () => {
    shown.push(step);
    return does[shown.length - 1] ?? assert.fail('The form shows more steps than the user has seen.');
  });
  return [await runSteps(steps), shown.join(', ')];
}

describe('The steps of the sign-in', () => {
  it('are shown one after the other', async () => {
    assert.deepEqual(await run('next', 'next', 'next'), ['done', 'SID, secret, name']);
    assert.equal(await runSteps([]), 'done');
  });

  it('go back to the step before: from the name to the secret, from the secret to the SID', async () => {
    assert.deepEqual(await run('next', 'next', 'back', 'next', 'next'), [
      'done',
      'SID, secret, name, secret, name',
    ]);
    assert.deepEqual(await run('next', 'back', 'next', 'next', 'next'), [
      'done',
      'SID, secret, SID, secret, name',
    ]);
  });

  it('go back to the choice of the method from the first one only', async () => {
    assert.deepEqual(await run('back'), ['back', 'SID']);
    assert.deepEqual(await run('next', 'next', 'back', 'back', 'back'), [
      'back',
      'SID, secret, name, secret, SID',
    ]);
  });

  it('end when the user cancels', async () => {
    assert.deepEqual(await run('next', 'cancelled'), ['cancelled', 'SID, secret']);
  });
});
