import assert from 'node:assert/strict';
import { accountOf, readAccount, sampleAccount } from '../../../src/accounts/account.ts';
import { parseStoredCredentials } from '../../../src/accounts/storedCredentials.ts';

const key = `SK${'0123456789abcdef'.repeat(2)}`;
const account = `AC${'fedcba9876543210'.repeat(2)}`;
const origin = 'https://insights.twilio.com';

describe('What earlier versions stored of the account', () => {
  it('is read as it is: a key without a name, and an account SID', () => {
    assert.deepEqual(readAccount({ id: key, kind: 'apiKey' }), {
      id: key,
      kind: 'apiKey',
      label: 'API key …cdef',
    });
    assert.equal(readAccount({ id: account, kind: 'authToken' })?.kind, 'authToken');
    assert.equal(readAccount({ id: 'sample', kind: 'sample' }), sampleAccount);
    const stored = parseStoredCredentials(JSON.stringify({ username: key, password: 'p', origin }));
    assert.deepEqual(stored && accountOf(stored), {
      id: key,
      kind: 'apiKey',
      label: 'API key …cdef',
      origin,
      accountSid: undefined,
    });
  });

  it('signs nobody in where it is damaged', () => {
    for (const kept of [undefined, null, 7, 'SK', {}, { id: 7 }, { id: '' }, { id: 'PA1' }, []])
      assert.equal(readAccount(kept), undefined, JSON.stringify(kept));
    for (const json of ['', '{', 'null', '[]', '{}', '{"username":"","password":"p","origin":"https://a"}'])
      assert.equal(parseStoredCredentials(json), undefined, json);
    const elsewhere = { username: key, password: 'p', origin: 'https://a.example/path' };
    assert.equal(parseStoredCredentials(JSON.stringify(elsewhere)), undefined);
  });

  it('keeps its secret where what stands beside it is damaged', () => {
    const damaged = { username: key, password: 'p', origin, label: {}, accountSid: 'AC1' };
    const stored = parseStoredCredentials(JSON.stringify(damaged));
    assert.deepEqual(stored, {
      username: key,
      password: 'p',
      origin,
      label: undefined,
      accountSid: undefined,
    });
  });
});
