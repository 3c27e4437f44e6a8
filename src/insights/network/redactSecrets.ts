import type { ApiReply } from '../core/transport.ts';
import type { Credentials } from './credentials.ts';

/**
 * Returns a function that redacts the credentials in failed replies: some servers and proxies echo the
 * request in them, and their text goes into messages and the log.
 */
export function redactSecrets({ username, password }: Credentials): (reply: ApiReply) => ApiReply {
  const secrets = [...basicTokens(username, password), password].flatMap(writingsOf);
  // The longest first: without its padding a token is the beginning of itself.
  const sorted = [...new Set(secrets)].filter(Boolean).sort((one, other) => other.length - one.length);
  const redact = (text: string) => sorted.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return (reply) => {
    if (reply.status >= 200 && reply.status < 300) return reply;
    const headers = Object.entries(reply.headers).map(([name, value]) => [name, value && redact(value)]);
    return { ...reply, headers: Object.fromEntries(headers), body: [redact(reply.body.join(''))] };
  };
}

/** The credentials of Basic authentication, with and without padding, also as base64url. */
function basicTokens(username: string, password: string): string[] {
  const bytes = Buffer.from(`${username}:${password}`);
  const base64 = bytes.toString('base64');
  return [base64, base64.replace(/=+$/, ''), bytes.toString('base64url')];
}

/** A secret as servers write it: plain, percent-encoded with digits of either case, in JSON or HTML. */
function writingsOf(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    percent,
    percent.replaceAll(/%../g, (found) => found.toLowerCase()),
    encodeURI(secret),
    encodeURIComponent(percent),
    json,
    json.replaceAll('/', '\\/'),
    secret.replaceAll(/[&<>"'=+/]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    secret.replaceAll(/[&<>"'=+/]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
    secret.replaceAll(/[&<>"']/g, (sign) => htmlEscapes[sign] ?? sign),
  ];
}

const htmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
