import type { ApiReply } from '../core/transport.ts';
import type { Credentials } from './credentials.ts';

/**
 * Returns a function that redacts the credentials in failed replies: some servers and proxies echo the
 * request in them, and their text goes into messages and the log.
 */
export function redactSecrets({ username, password }: Credentials): (reply: ApiReply) => ApiReply {
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  const secrets = [basic, password, encodeURIComponent(password), JSON.stringify(password).slice(1, -1)];
  const redact = (text: string) =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return (reply) => {
    if (reply.status >= 200 && reply.status < 300) return reply;
    const headers = Object.entries(reply.headers).map(([name, value]) => [name, value && redact(value)]);
    return { ...reply, headers: Object.fromEntries(headers), body: [redact(reply.body.join(''))] };
  };
}
