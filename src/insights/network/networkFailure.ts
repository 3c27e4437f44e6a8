import type { FailureDetails, FailureKind } from '../core/errors.ts';
import { UnusableProxy } from './networkSettings.ts';
import { ProxyFailure } from './proxyTunnel.ts';

/** Error codes of Node and undici below HTTP, each with its kind. */
const kinds: Readonly<Record<string, FailureKind>> = {
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ECONNRESET: 'disconnected',
  ECONNABORTED: 'disconnected',
  EPIPE: 'disconnected',
  UND_ERR_SOCKET: 'disconnected',
  UND_ERR_ABORTED: 'unreachable', // The editor's proxy did not make a tunnel.
  ETIMEDOUT: 'timedOut',
  UND_ERR_CONNECT_TIMEOUT: 'timedOut',
  UND_ERR_HEADERS_TIMEOUT: 'timedOut',
  UND_ERR_BODY_TIMEOUT: 'timedOut',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'tooLarge',
  ERR_BUFFER_TOO_LARGE: 'tooLarge',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tlsUntrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'tlsUntrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tlsUntrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tlsUntrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tlsUntrusted',
};

/** A network failure: its kind, and what concerns the proxy. */
export interface NetworkFailure extends Pick<FailureDetails, 'status' | 'atProxy' | 'proxyPart'> {
  readonly kind: FailureKind;
}

/** The failure for an error that the network layer threw. An unknown error counts as `unexpectedReply`. */
export function networkFailure(error: unknown): NetworkFailure {
  if (error instanceof UnusableProxy) return { kind: 'proxyUnusable', proxyPart: error.part };
  const socks = [...codesOf(error)].find((code) => code.startsWith('UND_ERR_SOCKS5'));
  if (socks !== undefined) {
    return { kind: 'proxyRefused', ...(socks.includes('AUTH') && { proxyPart: 'authorization' }) };
  }
  if (!(error instanceof ProxyFailure)) return { kind: kindOf(error) };
  if (error.status !== undefined) return { kind: 'proxyRefused', status: error.status };
  return { kind: kindOf(error), atProxy: true };
}

function kindOf(error: unknown): FailureKind {
  for (const code of codesOf(error)) {
    const kind = kinds[code];
    if (kind) return kind;
    if (code.startsWith('CERT_') || code.startsWith('ERR_TLS_CERT')) return 'tlsUntrusted';
    if (code.startsWith('ERR_SSL_')) return 'unreachable';
  }
  return 'unexpectedReply';
}

/** The error's own code, then those of its causes and, for an `AggregateError`, of each attempt. */
function* codesOf(error: unknown): Generator<string> {
  if (!(error instanceof Error)) return;
  if ('code' in error && typeof error.code === 'string') yield error.code;
  if (error instanceof AggregateError) for (const one of error.errors) yield* codesOf(one);
  yield* codesOf(error.cause);
}
