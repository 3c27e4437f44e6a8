import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import request from 'undici/lib/api/api-request.js';
import { createDispatcher, largestBody, type Patience, patience } from './dispatcher.ts';
import { InsightsError } from './errors.ts';
import { networkFailure } from './networkFailure.ts';
import { withoutQuery } from './reply.ts';
import type { ApiReply, ApiRequest, Transport } from './transport.ts';

/** HTTP Basic: an API key's SID and secret, or an account's SID and auth token. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface HttpOptions {
  /** Scheme, host and port, for example `https://insights.twilio.com`. */
  readonly origin: string;
  readonly credentials: Credentials;
  readonly userAgent: string;
  readonly connections: number;
  readonly patience?: Partial<Patience>;
}

const inflate = promisify(gunzip);

/** The Insights API over HTTP. Redirects are not followed: the API has none, and no credential goes elsewhere. */
export function httpTransport(options: HttpOptions): Transport {
  const { origin, credentials, userAgent, connections } = options;
  const limits = { ...patience, ...options.patience };
  const dispatcher = createDispatcher(connections, limits);
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    authorization: `Basic ${basic}`,
    'user-agent': userAgent,
  };

  async function send({ path }: ApiRequest, signal: AbortSignal): Promise<ApiReply> {
    signal.throwIfAborted();
    const deadline = AbortSignal.timeout(limits.whole);
    try {
      const reply = await request.call(dispatcher, {
        origin,
        path,
        method: 'GET',
        headers,
        signal: AbortSignal.any([signal, deadline]),
      });
      return { status: reply.statusCode, headers: single(reply.headers), body: await readBody(reply) };
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof InsightsError) throw cause;
      const kind = deadline.aborted ? 'timedOut' : networkFailure(cause);
      throw new InsightsError(kind, { path: withoutQuery(path), cause });
    }
  }

  return { send, close: () => dispatcher.destroy() };
}

async function readBody({ body, headers }: Dispatcher.ResponseData): Promise<string> {
  const bytes = new Uint8Array(await body.arrayBuffer());
  const encoding = single(headers)['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'gzip') return decode(await inflate(bytes, { maxOutputLength: largestBody }));
  if (encoding === 'identity') return decode(bytes);
  throw new Error(`Content-Encoding ${encoding} was not asked for`);
}

/** Invalid UTF-8 is an error: a replacement character would be shown and copied as if Twilio had sent it. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function single(headers: Dispatcher.ResponseData['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
