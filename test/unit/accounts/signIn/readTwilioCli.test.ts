import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { cliConfigFile, parseCliProfiles } from '../../../../src/accounts/signIn/readTwilioCli.ts';

const key = `SK${'0123456789abcdef'.repeat(2)}`;
const account = `AC${'fedcba9876543210'.repeat(2)}`;

describe('The profiles of the Twilio CLI', () => {
  const usable = { accountSid: account, apiKey: key, apiSecret: 'the-secret', region: 'au1' };
  const parse = (file: object) => parseCliProfiles(Buffer.from(JSON.stringify(file)));

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
    const common = { accountSid: account, region: 'au1', edge: undefined };
    const credentials = { kind: 'apiKey', username: key, password: 'the-secret' };
    assert.deepEqual(found, [
      { name: 'dev', active: false, ...common, credentials },
      { name: 'prod', active: true, ...common, credentials },
    ]);
  });

  it('have their own edge, or that of all profiles', () => {
    const found = parse({ profiles: { dev: { ...usable, edge: 'tokyo' }, prod: usable }, edge: 'sydney' });
    assert.deepEqual(
      found?.map(({ edge }) => edge),
      ['tokyo', 'sydney'],
    );
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

  it('are read in every encoding that editors and shells write', () => {
    const text = JSON.stringify({ profiles: { Zoë: usable } }, undefined, 2).replaceAll('\n', '\r\n');
    const littleEndian = Buffer.from(text, 'utf16le');
    const bigEndian = Buffer.from(littleEndian).swap16();
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      littleEndian,
      Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian]),
      bigEndian,
      Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian]),
    ])
      assert.equal(parseCliProfiles(bytes)?.[0]?.name, 'Zoë');
    assert.equal(parseCliProfiles(Buffer.from(text, 'latin1')), undefined);
  });

  it('are none in an empty file, and unreadable in a damaged one', () => {
    assert.deepEqual(parse({}), []);
    assert.deepEqual(parse({ profiles: [], projects: {} }), []);
    for (const json of ['', '{"profiles": {', 'null', '7', '[]', '"dev"'])
      assert.equal(parseCliProfiles(Buffer.from(json)), undefined, json);
  });
});
