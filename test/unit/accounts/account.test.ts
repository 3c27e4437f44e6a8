import assert from 'node:assert/strict';
import {
  type Account,
  accountOf,
  firstInactive,
  labelProblem,
  sampleAccount,
  suggestedLabel,
  uniqueLabel,
} from '../../../src/accounts/account.ts';

const key = `SK${'0123456789abcdef'.repeat(2)}`;
const account = `AC${'fedcba9876543210'.repeat(2)}`;
const origin = 'https://insights.twilio.com';
const named = (label: string) => accountOf({ username: key, password: 'p', origin, label });

describe('The name of an account', () => {
  it('is the end of the SID as long as it has no other, of the account where that is known', () => {
    assert.equal(suggestedLabel(key), 'API key …cdef');
    assert.equal(suggestedLabel(key, account), 'Account …3210');
    assert.equal(suggestedLabel(account), 'Account …3210');
    assert.equal(suggestedLabel(key, 'AC-not-one'), 'API key …cdef');
  });

  it('gets a number where another has it', () => {
    assert.equal(uniqueLabel('Production', []), 'Production');
    assert.equal(uniqueLabel('Production', [named('production ')]), 'Production 2');
    assert.equal(uniqueLabel('Production', [named('Production'), named('Production 2')]), 'Production 3');
    assert.equal(uniqueLabel('Sample rooms', []), 'Sample rooms 2');
  });

  it('is not empty, not another’s in any case of letters, and not endless', () => {
    const others = [named('Production')];
    assert.equal(labelProblem('Staging', others, true), undefined);
    assert.equal(labelProblem('  ', others, false), undefined);
    assert.match(labelProblem('  ', others, true) ?? '', /Nothing is entered/);
    assert.match(labelProblem(' PRODUCTION', others, false) ?? '', /Another account/);
    assert.match(labelProblem('sample rooms', others, true) ?? '', /Another account/);
    assert.match(labelProblem('x'.repeat(61), others, true) ?? '', /at most 60/);
  });
});

describe('The account to switch to', () => {
  const one = { account: named('$(check) Production'), label: '$(key) $(check) Production' };
  const other = { account: accountOf({ username: account, password: 'p', origin }), label: '$(check) Other' };
  const action: { label: string; account?: Account } = { label: '$(add) Sign In…' };

  it('is the first that is not active, whatever the labels are', () => {
    const renamed = { ...other.account, label: 'New name' };
    assert.equal(firstInactive([other, one, action], renamed), one);
    assert.equal(firstInactive([one, other, action], one.account), other);
    assert.equal(firstInactive([action, one], undefined), one);
    assert.equal(firstInactive([one, action], one.account), undefined);
    assert.equal(firstInactive([one], sampleAccount), one);
  });
});
