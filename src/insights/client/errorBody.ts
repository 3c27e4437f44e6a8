import * as z from 'zod/mini';
import { beginning } from '../../unicode/truncate.ts';
import type { FailureKind } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import { count } from '../resources/fieldTypes.ts';

/**
 * Twilio's error body, in its older form (`code`, `message`, `more_info`, `status`) and as RFC 9457 (`type`,
 * `title`, `detail`, `status`, and `code` as an extension). Each field is optional, because both forms are in
 * use.
 */
const errorBody = z.object({
  code: z.catch(z.optional(count), undefined),
  status: z.catch(z.optional(count), undefined),
  message: z.catch(z.optional(z.string()), undefined),
  title: z.catch(z.optional(z.string()), undefined),
  detail: z.catch(z.optional(z.string()), undefined),
  type: z.catch(z.optional(z.string()), undefined),
  more_info: z.catch(z.optional(z.string()), undefined),
});

/** What an error body says. */
export interface ErrorBody {
  /** Twilio's error code. */
  readonly code: number | undefined;
  /** The status in the body, which a gateway on the way does not change. */
  readonly status: number | undefined;
  /** The message for people, truncated. It is shown, and decides nothing. */
  readonly message: string | undefined;
}

/** A longer message is a whole page of text. */
const maxMessageLength = 300;

/** Twilio's page about a code, which `type` or `more_info` names. */
const codePage = /\/errors\/(\d{5})$/;

/** Reads an error body; undefined for anything but a JSON object, such as HTML from a proxy. */
export function parseErrorBody(json: unknown): ErrorBody | undefined {
  if (!isJsonObject(json)) return undefined;
  const { code, status, message, title, detail, type, more_info } = errorBody.parse(json);
  const page = codePage.exec(type ?? '') ?? codePage.exec(more_info ?? '');
  const said = [message, detail, title].find((text) => text?.trim());
  return {
    code: code ?? (page ? Number(page[1]) : undefined),
    status,
    message: said && beginning(said, maxMessageLength),
  };
}

/**
 * The error in the body of a reply with a good status, which a gateway may have put there; undefined if the
 * body is none. A resource has no numeric `status`, and neither a `message` nor a `title`.
 */
export function parseHiddenError(json: unknown): ErrorBody | undefined {
  const body = parseErrorBody(json);
  if (!body || body.message === undefined) return undefined;
  return body.code !== undefined || (body.status ?? 0) >= 400 ? body : undefined;
}

/**
 * Codes that say more than the status they come with.
 *
 * - 20003: https://www.twilio.com/docs/api/errors/20003. SID and secret do not match, the key was deleted or
 *   the token replaced, test or subaccount credentials, another region, an account that is suspended or
 *   closed, a proxy that removes the credentials. Comes with 401, seldom with 403.
 * - 20008: https://www.twilio.com/docs/api/errors/20008 and https://www.twilio.com/docs/iam/test-credentials.
 *   Test credentials reach only phone numbers, messages and calls of the API of 2010; every other resource
 *   answers with 403 (seen by https://github.com/twilio/twilio-php/issues/662).
 * - 10001, 20005, 20403, 21472, 90010: https://www.twilio.com/docs/api/errors/10001 and so on. The account is
 *   not active: suspended (no funds, a policy, a suspended parent account), closed, or a trial that was never
 *   activated. 20403 is "lacks permission to access the Twilio API; typically suspended or closed".
 * - 70051: https://www.twilio.com/docs/api/errors/70051. The account or the key is not found or suspended,
 *   the credentials belong to another account, a restricted key lacks the permission or cannot have it, or an
 *   OAuth app lacks the scope. Only Twilio's message tells which.
 */
const kindsOfCodes: Readonly<Record<number, FailureKind>> = {
  20003: 'unauthorized',
  20008: 'testCredentials',
  10001: 'accountNotActive',
  20005: 'accountNotActive',
  20403: 'accountNotActive',
  21472: 'accountNotActive',
  90010: 'accountNotActive',
  70051: 'forbidden',
  20429: 'rateLimited',
};

/** A path of one room, or of a resource in it. */
const oneRoom = /\/Rooms\/RM/;

/**
 * The kind of a failed reply. The code says more than the status; the message says nothing here. A status
 * without an error body of the API, or a 404 for a list, is the reply of another server: a proxy, or the
 * server at a wrong address.
 */
export function failureKind(status: number, body: ErrorBody | undefined, path: string): FailureKind {
  const code = body?.code;
  const kind = code === undefined ? undefined : kindsOfCodes[code];
  if (kind) return kind;
  if (body === undefined && status >= 400 && status < 405) return 'unexpectedReply';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return oneRoom.test(path) ? 'notFound' : 'unexpectedReply';
  if (status === 408 || status === 504) return 'timedOut';
  if (status === 429) return 'rateLimited';
  if (status >= 500) return 'serverFailed';
  if (status >= 400 && code !== undefined) return 'invalidRequest';
  return status === 400 || status === 422 ? 'invalidRequest' : 'unexpectedReply';
}
