import { parseChunkedJson } from '../core/chunkedJson.ts';
import { type FailureDetails, InsightsError } from '../core/errors.ts';
import { isJsonObject, type JsonObject, parseJson } from '../core/json.ts';
import { withoutQuery } from '../core/requestPath.ts';
import type { ApiReply } from '../core/transport.ts';
import { type ErrorBody, failureKind, parseErrorBody, parseHiddenError } from './errorBody.ts';

/**
 * The JSON object in a reply.
 * @param path the request's path, with or without its query
 * @param list the name of the field with a long list, if there is one
 * @throws InsightsError for any status other than 2xx, for an error body whatever its status, and for a body
 * that is not a JSON object
 */
export function parseReply(reply: ApiReply, path: string, list?: string): JsonObject {
  const details = {
    path: withoutQuery(path),
    status: reply.status,
    requestId: requestIdOf(reply),
  };
  if (reply.status < 200 || reply.status > 299) throw failedReply(reply, details);
  let body: unknown;
  try {
    body = list === undefined ? parseJson(reply.body.join('')) : parseChunkedJson(reply.body, list);
  } catch (cause) {
    throw new InsightsError('unexpectedReply', { ...details, cause });
  }
  if (!isJsonObject(body)) throw new InsightsError('unexpectedReply', details);
  const hidden = list !== undefined && Array.isArray(body[list]) ? undefined : parseHiddenError(body);
  if (hidden) throw errorFrom(hidden, Math.max(hidden.status ?? 0, 400), reply, details);
  return body;
}

/**
 * The request id, `RQ` and digits; undefined for any other text, which is not from Twilio and must not be
 * shown.
 */
function requestIdOf({ headers }: ApiReply): string | undefined {
  const id = headers['twilio-request-id'];
  return id !== undefined && /^\w{1,64}$/.test(id) ? id : undefined;
}

function failedReply(reply: ApiReply, details: FailureDetails): InsightsError {
  return errorFrom(readErrorBody(reply.body.join('')), reply.status, reply, details);
}

/** @param status the status that decides, which may be in the body only */
function errorFrom(
  body: ErrorBody | undefined,
  status: number,
  reply: ApiReply,
  details: FailureDetails,
): InsightsError {
  return new InsightsError(failureKind(status, body, details.path), {
    ...details,
    code: body?.code,
    apiMessage: body?.message,
    retryAfter: retryAfterSeconds(reply),
  });
}

function readErrorBody(body: string): ErrorBody | undefined {
  try {
    return parseErrorBody(JSON.parse(body));
  } catch {
    return undefined; // HTML from a proxy: only the status is known.
  }
}

/** `Retry-After` in seconds, given as a number of seconds or as a date; never negative. */
export function retryAfterSeconds(reply: ApiReply, now = Date.now()): number | undefined {
  const value = reply.headers['retry-after']?.trim();
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
