import { InsightsError } from '../core/errors.ts';
import { videoOrigin } from '../core/origin.ts';
import { withoutQuery } from '../core/requestPath.ts';
import type { ApiReply, ApiRequest, Transport } from '../core/transport.ts';
import type { Connections } from './connections.ts';
import type { Credentials } from './credentials.ts';
import { networkFailure } from './networkFailure.ts';
import { redactSecrets } from './redactSecrets.ts';

/** Options of `httpTransport`. */
export interface HttpOptions {
  /** Scheme, host and port, for example `https://insights.twilio.com`. */
  readonly origin: string;
  readonly credentials: Credentials;
  readonly userAgent: string;
}

/**
 * A transport to one of Twilio's APIs over HTTP. Transports to other origins may share its connections.
 * Redirects are not followed: the API has none, and no credential is sent to another host.
 */
export function httpTransport(
  { origin, credentials, userAgent }: HttpOptions,
  connections: Connections,
): Transport {
  const redact = redactSecrets(credentials);
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    authorization: `Basic ${basic}`,
    'user-agent': userAgent,
  };

  async function send({ path, host }: ApiRequest, signal: AbortSignal): Promise<ApiReply> {
    signal.throwIfAborted();
    const deadline = new AbortController();
    // Not `AbortSignal.timeout`: its timer would keep running after the reply.
    const timer = setTimeout(() => deadline.abort(), connections.timeouts.total);
    try {
      const target = host === 'video' ? videoOrigin(origin) : origin;
      const combined = AbortSignal.any([signal, deadline.signal]);
      return redact(await connections.send({ origin: target, path, headers, signal: combined }));
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof InsightsError) throw cause;
      const { kind, ...details } = networkFailure(cause);
      throw new InsightsError(deadline.signal.aborted ? 'timedOut' : kind, {
        path: withoutQuery(path),
        cause,
        ...details,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  return { send, close: () => connections.close() };
}
