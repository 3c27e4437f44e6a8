import * as z from 'zod/mini';
import { parseChunkedJson } from '../core/chunkedJson.ts';
import { type FailureDetails, type FailureKind, InsightsError } from '../core/errors.ts';
import { isJsonObject, type JsonObject, parseJson } from '../core/json.ts';
import { withoutQuery } from '../core/requestPath.ts';
import type { ApiReply } from '../core/transport.ts';
import { count } from '../resources/fieldTypes.ts';

/**
 * Twilio's error body, in its older form (`code`, `message`) and as RFC 9457
 * (`title`, `detail`); each field on its own, because both forms are about.
 */
const errorBody = z.object({
  code: z.catch(z.optional(count), undefined),
  message: z.catch(z.optional(z.string()), undefined),
  title: z.catch(z.optional(z.string()), undefined),
  detail: z.catch(z.optional(z.string()), undefined),
});

/** A path of one room, or of something in it. */
const oneRoom = /\/Rooms\/RM/;

/** Longer messages are no messages but pages. */
const maxMessageLength = 300;

/**
 * The JSON object in a reply.
 * @param path the request's path, with or without its query
 * @param list the field that holds a long list, where there is one
 * @throws InsightsError for any other status than 2xx, and for a body that is not a JSON object
 */
export function parseReply(reply: ApiReply, path: string, list?: string): JsonObject {
  const facts = {
    path: withoutQuery(path),
    status: reply.status,
    requestId: requestIdOf(reply),
  };
  if (reply.status < 200 || reply.status > 299) throw failedReply(reply, facts);
  let body: unknown;
  try {
    body = list === undefined ? parseJson(reply.body.join('')) : parseChunkedJson(reply.body, list);
  } catch (cause) {
    throw new InsightsError('unexpectedReply', { ...facts, cause });
  }
  if (!isJsonObject(body)) throw new InsightsError('unexpectedReply', facts);
  return body;
}

/** `RQ` and digits; what else stands there is not Twilio's, and nothing to show to a person. */
function requestIdOf({ headers }: ApiReply): string | undefined {
  const id = headers['twilio-request-id'];
  return id !== undefined && /^\w{1,64}$/.test(id) ? id : undefined;
}

function failedReply(reply: ApiReply, facts: FailureDetails): InsightsError {
  const body = readErrorBody(reply.body.join(''));
  const apiMessage = (body?.message ?? body?.detail ?? body?.title)?.slice(0, maxMessageLength);
  return new InsightsError(failureKind(reply.status, body, facts.path), {
    ...facts,
    code: body?.code,
    apiMessage,
    retryAfter: retryAfterSeconds(reply),
  });
}

function readErrorBody(body: string): z.infer<typeof errorBody> | undefined {
  try {
    return errorBody.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined; // HTML from a proxy: the status must do.
  }
}

/**
 * The code says more than the status: 70051 and 20403 both come with 403. A
 * status without a body of the API's, or a 404 for a list, is an answer of
 * somebody else: a proxy, or the server of a wrong address.
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
