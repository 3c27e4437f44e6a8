/** Why a request failed. `text/explainFailure.ts` has the text for each kind. */
export type FailureKind =
  /** The credentials were refused (401, code 20003). */
  | 'unauthorized'
  /** These are the account's test credentials, which reach no rooms (code 20008). */
  | 'testCredentials'
  /**
   * Not authorized (403, code 70051): a permission or scope is missing, the account or key is not found or
   * suspended, or belongs to another account. Only Twilio's message says which.
   */
  | 'forbidden'
  /** The account is suspended, closed or not activated (codes 10001, 20005, 20403, 21472, 90010). */
  | 'accountNotActive'
  /** The resource does not exist, expired, or is not processed yet (404, code 20404). */
  | 'notFound'
  /** The API did not accept the query (400, for example code 21481: bad page token). */
  | 'invalidRequest'
  /** Too many requests at the same time (429, code 20429); never processed. */
  | 'rateLimited'
  /** The API failed (5xx). */
  | 'serverFailed'
  /** No connection: name not found, refused, no route. */
  | 'unreachable'
  /** The connection broke before the reply was complete. */
  | 'disconnected'
  /** The proxy refused the connection: it requires authentication (407), or forbids the address. */
  | 'proxyRefused'
  /** The configured proxy address or authorization is invalid. */
  | 'proxyUnusable'
  /** The certificate is not trusted on this machine. */
  | 'tlsUntrusted'
  /** No reply in time. */
  | 'timedOut'
  /** The reply is larger than any page of rooms can be. */
  | 'tooLarge'
  /** A reply that the API cannot have sent: not JSON, no rows, a redirect. */
  | 'unexpectedReply'
  /** The link to the next page leads to another origin; no credential is sent there. */
  | 'foreignPage';

/** The details of a failed request. */
export interface FailureDetails {
  /** The path without its query, which may hold a room's name. */
  readonly path: string;
  readonly status?: number | undefined;
  /** The connection to the proxy failed, not the one to Twilio. */
  readonly atProxy?: boolean | undefined;
  /** What of the proxy's settings is at fault: its address, or the credentials for it. */
  readonly proxyPart?: 'address' | 'authorization' | undefined;
  /** Twilio's error code, https://www.twilio.com/docs/api/errors. */
  readonly code?: number | undefined;
  /** The message of the API, for people. */
  readonly apiMessage?: string | undefined;
  /** The other origin that the link to the next page leads to. */
  readonly nextOrigin?: string | undefined;
  /** The link to the next page leads to one that was read before. */
  readonly circular?: boolean | undefined;
  /** `RQ…`, by which Twilio's support finds the request. */
  readonly requestId?: string | undefined;
  /** Seconds to wait before the next try, if the API sent them. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** A failed request: its kind and details. Holds no credential and no query. */
export class InsightsError extends Error {
  readonly kind: FailureKind;
  readonly details: FailureDetails;

  constructor(kind: FailureKind, details: FailureDetails) {
    const { path, status, code, apiMessage, nextOrigin, circular, requestId, atProxy, cause } = details;
    const parts = [`${kind}: GET ${path}`];
    if (status !== undefined) parts.push(`status ${status}`);
    if (code !== undefined) parts.push(`code ${code}`);
    if (apiMessage) parts.push(JSON.stringify(apiMessage));
    if (nextOrigin) parts.push(`next page at ${nextOrigin}`);
    if (circular) parts.push('circular page links');
    if (requestId) parts.push(requestId);
    if (atProxy) parts.push('at the proxy');
    if (cause instanceof Error) parts.push(describeCause(cause));
    super(parts.join(', '), { cause });
    this.name = 'InsightsError';
    this.kind = kind;
    this.details = details;
  }
}

/** The code of the innermost cause; a message might hold an address with credentials. */
function describeCause(cause: Error): string {
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause.cause instanceof Error ? describeCause(cause.cause) : cause.name;
}
