/** Why a request gave no resource. The words for each are in `rooms/explainFailure.ts`. */
export type FailureKind =
  /** The credentials were refused (401, code 20003). */
  | 'unauthorized'
  /** The credentials are good but lack permission for Video Insights (403, code 70051). */
  | 'forbidden'
  /** The account is suspended (code 20403). */
  | 'suspended'
  /** No such resource, or not any more, or not yet (404, code 20404). */
  | 'notFound'
  /** The API did not accept the query (400, for example code 21481: bad page token). */
  | 'invalidRequest'
  /** Too many requests at the same time (429, code 20429); never processed. */
  | 'rateLimited'
  /** The API failed (5xx). */
  | 'serverFailed'
  /** No connection: name not found, refused, no route. */
  | 'unreachable'
  /** The connection broke before the answer was whole. */
  | 'disconnected'
  /** The proxy on the way let nothing through: it wants to know who asks (407), or forbids the address. */
  | 'proxyRefused'
  /** What is set as the proxy is no address of one. */
  | 'proxyUnusable'
  /** The certificate is not trusted here. */
  | 'tlsUntrusted'
  /** No answer in time. */
  | 'timedOut'
  /** The answer is larger than any page of rooms can be. */
  | 'tooLarge'
  /** An answer that the API cannot have given: not JSON, no rows, a redirect. */
  | 'unexpectedReply'
  /** The link to the next page leads to another origin; no credential goes there. */
  | 'foreignPage';

export interface FailureDetails {
  /** The path without its query, which may hold a room's name. */
  readonly path: string;
  readonly status?: number | undefined;
  /** It failed on the way to the proxy, not to Twilio. */
  readonly atProxy?: boolean | undefined;
  /** Twilio's error code, https://www.twilio.com/docs/api/errors. */
  readonly code?: number | undefined;
  /** What the API said, for people. */
  readonly apiMessage?: string | undefined;
  /** `RQ…`, by which Twilio's support finds the request. */
  readonly requestId?: string | undefined;
  /** Seconds to wait before the next try, where the API said so. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** A failed request: what kind, and everything known of it. Holds no credential and no query. */
export class InsightsError extends Error {
  readonly kind: FailureKind;
  readonly facts: FailureDetails;

  constructor(kind: FailureKind, facts: FailureDetails) {
    const { path, status, code, apiMessage, requestId, atProxy, cause } = facts;
    const parts = [`${kind}: GET ${path}`];
    if (status !== undefined) parts.push(`status ${status}`);
    if (code !== undefined) parts.push(`code ${code}`);
    if (apiMessage) parts.push(JSON.stringify(apiMessage));
    if (requestId) parts.push(requestId);
    if (atProxy) parts.push('at the proxy');
    if (cause instanceof Error) parts.push(describeCause(cause));
    super(parts.join(', '), { cause });
    this.name = 'InsightsError';
    this.kind = kind;
    this.facts = facts;
  }
}

/** The code of what lies at the bottom; a message might hold an address with what it is signed in with. */
function describeCause(cause: Error): string {
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause.cause instanceof Error ? describeCause(cause.cause) : cause.name;
}
