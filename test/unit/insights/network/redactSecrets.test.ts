import assert from 'node:assert/strict';
import { redactSecrets } from '../../../../src/insights/network/redactSecrets.ts';

// Base64 of these ends with "==" and holds "+" and "/".
const credentials = { username: 'SK01', password: 'p>?>>?~s/ü&"c' };
const { username, password } = credentials;
const basic = Buffer.from(`${username}:${password}`).toString('base64');

const redacted = (text: string, status = 407) => {
  const { body, headers } = redactSecrets(credentials)({ status, headers: { 'x-echo': text }, body: [text] });
  assert.equal(headers['x-echo'], body.join(''));
  return body.join('');
};

describe('The credentials in failed replies', () => {
  it('are ones whose encodings differ', () => {
    assert.match(basic, /[+/].*=$/);
  });

  for (const [kind, text] of Object.entries({
    'as they are': basic,
    'without padding': basic.replace(/=+$/, ''),
    'as base64url': Buffer.from(`${username}:${password}`).toString('base64url'),
    'percent-encoded': encodeURIComponent(basic),
    'percent-encoded in lower case': encodeURIComponent(basic).replaceAll(/%../g, (one) => one.toLowerCase()),
    'percent-encoded twice': encodeURIComponent(encodeURIComponent(basic)),
    'percent-encoded without padding': encodeURIComponent(basic.replace(/=+$/, '')),
    'in JSON with escaped slashes': basic.replaceAll('/', '\\/'),
    'in HTML': basic.replaceAll('=', '&#61;').replaceAll('+', '&#43;').replaceAll('/', '&#47;'),
    'the secret alone': password,
    'the secret percent-encoded': encodeURIComponent(password),
    'the secret in JSON': JSON.stringify(password).slice(1, -1),
    'the secret in HTML': password.replaceAll('&', '&amp;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  })) {
    it(`are redacted ${kind}`, () => {
      assert.equal(redacted(`refused: Basic ${text}, try again`), 'refused: Basic [secret], try again');
    });
  }

  it('stay in other replies, which hold the data of the user', () => {
    assert.equal(redacted(basic, 200), basic);
  });
});
