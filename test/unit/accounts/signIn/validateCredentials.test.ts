import assert from 'node:assert/strict';
import {
  readEnvironment,
  secretProblem,
  sidProblem,
} from '../../../../src/accounts/signIn/validateCredentials.ts';

const hex = '0123456789abcdef'.repeat(2);

describe('What is typed', () => {
  it('catches an AC/SK mix-up while typing', () => {
    assert.match(sidProblem('apiKey', 'AC', false) ?? '', /Account SID/);
    assert.match(sidProblem('authToken', 'SK', false) ?? '', /API key/);
    assert.match(secretProblem('apiKey', `SK${hex}`, false) ?? '', /SID/);
    assert.match(secretProblem('authToken', ` AC${hex}`, false) ?? '', /SID/);
  });

  it('lets a SID that is not finished be finished, and trims it', () => {
    for (const typed of ['', 'S', 'SK', 'SK01', ` SK${hex} `])
      assert.equal(sidProblem('apiKey', typed, false), undefined);
    assert.match(sidProblem('apiKey', 'SK01', true) ?? '', /these are 2/);
    assert.match(sidProblem('apiKey', 'SKxy', false) ?? '', /0–9/);
    assert.match(sidProblem('apiKey', 'X', false) ?? '', /begins with SK/);
    assert.match(sidProblem('apiKey', `SK${hex}0`, false) ?? '', /these are 33/);
  });

  it('reads the environment, the API key before the account', () => {
    const account = { TWILIO_ACCOUNT_SID: `AC${hex}`, TWILIO_AUTH_TOKEN: 't' };
    const key = { TWILIO_API_KEY: `SK${hex}`, TWILIO_API_SECRET: ' s ' };
    assert.deepEqual(readEnvironment({ ...account, ...key }), {
      kind: 'apiKey',
      username: `SK${hex}`,
      password: 's',
    });
    assert.deepEqual(readEnvironment(account), { kind: 'authToken', username: `AC${hex}`, password: 't' });
    for (const [environment, said] of [
      [{}, /TWILIO_API_KEY.*TWILIO_ACCOUNT_SID/],
      [{ TWILIO_API_KEY: `SK${hex}` }, /TWILIO_API_SECRET/],
      [{ TWILIO_API_KEY: `AC${hex}`, TWILIO_API_SECRET: 's' }, /TWILIO_API_KEY: /],
    ] as const) {
      const found = readEnvironment(environment);
      assert.match('problem' in found ? found.problem : '', said);
    }
  });
});
