import assert from 'node:assert/strict';
import { posix } from 'node:path';
import {
  accountOf,
  labelProblem,
  readAccount,
  sampleAccount,
  suggestedLabel,
  uniqueLabel,
} from '../../../src/accounts/account.ts';
import { cliConfigFile, parseCliProfiles } from '../../../src/accounts/signIn/readTwilioCli.ts';
import { parseStoredCredentials } from '../../../src/accounts/storedCredentials.ts';

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

describe('The profiles of the Twilio CLI', () => {
  const usable = { accountSid: account, apiKey: key, apiSecret: 'the-secret', region: 'au1' };
  const parse = (file: object) => parseCliProfiles(JSON.stringify(file));

  it('lie in the home folder, or where the CLI was told to keep them', () => {
    assert.equal(cliConfigFile({}, '/home/me', posix.join), '/home/me/.twilio-cli/config.json');
    assert.equal(
      cliConfigFile({ TWILIO_CONFIG_DIR: '/etc/t' }, '/home/me', posix.join),
      '/etc/t/config.json',
    );
    assert.equal(cliConfigFile({ TWILIO_CONFIG_DIR: ' ' }, '/h', posix.join), '/h/.twilio-cli/config.json');
  });

  it('are read with key, secret, account and region; one is active', () => {
    const found = parse({ profiles: { dev: usable, prod: usable }, projects: [], activeProject: 'prod' });
    const common = { accountSid: account, region: 'au1' };
    const credentials = { kind: 'apiKey', username: key, password: 'the-secret' };
    assert.deepEqual(found, [
      { name: 'dev', active: false, ...common, credentials },
      { name: 'prod', active: true, ...common, credentials },
    ]);
  });

  it('of old versions have their secret in the keychain, which is said', () => {
    const found = parse({ projects: [{ id: 'old', accountSid: account }], activeProject: null });
    assert.equal(found?.length, 1);
    const [old] = found ?? [];
    assert.equal(old?.name, 'old');
    assert.equal(old?.active, true);
    assert.equal(old?.accountSid, account);
    assert.equal(old?.credentials, undefined);
    assert.match(old?.problem ?? '', /keychain/);
  });

  it('of both kinds stand side by side; a new one hides the old one of its name', () => {
    const projects = [{ id: 'dev' }, { id: 'old' }, { id: 7 }, null];
    const found = parse({ profiles: { dev: usable }, projects });
    assert.deepEqual(
      found?.map(({ name, credentials }) => [name, credentials !== undefined]),
      [
        ['dev', true],
        ['old', false],
      ],
    );
  });

  it('say what is wrong with them one by one', () => {
    const swapped = { ...usable, apiKey: 'SK1' };
    const found = parse({ profiles: { swapped, nothing: null, list: [], none: { apiKey: key } } });
    assert.match(found?.[0]?.problem ?? '', /32 digits/);
    for (const profile of found?.slice(1) ?? []) assert.match(profile.problem ?? '', /not in the file/);
    assert.equal(found?.length, 4);
    assert.ok(found?.every(({ credentials }) => credentials === undefined));
  });

  it('are none in an empty file, and unreadable in a damaged one', () => {
    assert.deepEqual(parse({}), []);
    assert.deepEqual(parse({ profiles: [], projects: {} }), []);
    for (const json of ['', '{"profiles": {', 'null', '7', '[]', '"dev"'])
      assert.equal(parseCliProfiles(json), undefined, json);
  });
});
