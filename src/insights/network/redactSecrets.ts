import type { ApiReply } from '../core/transport.ts';
import type { Credentials } from './credentials.ts';

/**
 * Takes the credentials out of what a failed request is answered with: some
 * servers and proxies say in it what they were sent, and their words go into
 * messages and the log.
 */
export function redactSecrets({ username, password }: Credentials): (reply: ApiReply) => ApiReply {
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  const secrets = [basic, password, encodeURIComponent(password), JSON.stringify(password).slice(1, -1)];
  const clean = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return (reply) => {
    if (reply.status >= 200 && reply.status < 300) return reply;
    const headers = Object.entries(reply.headers).map(([name, value]) => [name, value && clean(value)]);
    return { ...reply, headers: Object.fromEntries(headers), body: [clean(reply.body.join(''))] };
  };
}
