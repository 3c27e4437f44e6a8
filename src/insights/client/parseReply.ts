import * as z from 'zod/mini';
import { parseChunkedJson } from '../core/chunkedJson.ts';
import { type FailureDetails, type FailureKind, InsightsError } from '../core/errors.ts';
import { isJsonObject, type JsonObject, parseJson } from '../core/json.ts';
import { withoutQuery } from '../core/requestPath.ts';
import type { ApiReply } from '../core/transport.ts';
import { count } from '../resources/fieldTypes.ts';

/**
 * Twilio's error body, in its older form (`code`, `message`) and as RFC 9457 (`title`, `detail`). Each field
 * is optional, because both forms are in use.
 */
const errorBody = z.object({
  code: z.catch(z.optional(count), undefined),
  message: z.catch(z.optional(z.string()), undefined),
  title: z.catch(z.optional(z.string()), undefined),
  detail: z.catch(z.optional(z.string()), undefined),
});

/** A path of one room, or of a resource in it. */
const oneRoom = /\/Rooms\/RM/;

/** A longer message is a whole page of text. */
const maxMessageLength = 300;

/**
 * The JSON object in a reply.
 * @param path the request's path, with or without its query
 * @param list the name of the field with a long list, if there is one
 * @throws InsightsError for any status other than 2xx, and for a body that is not a JSON object
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
  const body = readErrorBody(reply.body.join(''));
  const apiMessage = (body?.message ?? body?.detail ?? body?.title)?.slice(0, maxMessageLength);
  return new InsightsError(failureKind(reply.status, body, details.path), {
    ...details,
    code: body?.code,
    apiMessage,
    retryAfter: retryAfterSeconds(reply),
  });
}

function readErrorBody(body: string): z.infer<typeof errorBody> | undefined {
  try {
    return errorBody.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined; // HTML from a proxy: only the status is known.
  }
}

/**
 * The code says more than the status: 70051 and 20403 both come with 403. A status without an error body of
 * the API, or a 404 for a list, is the reply of another server: a proxy, or the server at a wrong address.
 */
function failureKind(status: number, body: z.infer<typeof errorBody> | undefined, path: string): FailureKind {
  const code = body?.code;
  if (body === undefined && status >= 400 && status < 405) return 'unexpectedReply';
  if (code === 20403) return 'suspended';
  if (code === 70051) return 'forbidden';
  if (code === 20003 || status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return oneRoom.test(path) ? 'notFound' : 'unexpectedReply';
  if (status === 408 || status === 504) return 'timedOut';
  if (status === 429) return 'rateLimited';
  if (status >= 500) return 'serverFailed';
  if (status >= 400 && code !== undefined) return 'invalidRequest';
  return status === 400 || status === 422 ? 'invalidRequest' : 'unexpectedReply';
}

/** `Retry-After` in seconds, given as a number of seconds or as a date; never negative. */
export function retryAfterSeconds(reply: ApiReply, now = Date.now()): number | undefined {
  const value = reply.headers['retry-after']?.trim();
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
