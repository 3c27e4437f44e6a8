import type { ApiReply, ApiRequest, Transport } from '../../../src/insights/core/transport.ts';

/** A reply with a JSON body. */
export function jsonReply(body: unknown, status = 200, headers: Record<string, string> = {}): ApiReply {
  return { status, headers, body: [JSON.stringify(body)] };
}

/** One page of a list as the API envelopes it. */
export function pageReply(
  key: 'rooms' | 'participants',
  rows: unknown[],
  next: string | null = null,
): ApiReply {
  return jsonReply({ meta: { next_page_url: next, key, page: 0, page_size: 50 }, [key]: rows });
}

/** A transport whose answers are given: one for each request in turn, or by the request. */
export function scripted(
  answer: (ApiReply | Error)[] | ((request: ApiRequest) => ApiReply),
): Transport & { readonly paths: string[] } {
  const paths: string[] = [];
  return {
    paths,
    async send(request, signal) {
      signal.throwIfAborted();
      const reply = typeof answer === 'function' ? answer(request) : answer[paths.length];
      paths.push(request.path);
      if (reply === undefined) throw new Error(`No answer was given for request ${paths.length}.`);
      if (reply instanceof Error) throw reply;
      return reply;
    },
    async close() {},
  };
}

export const never = new AbortController().signal;
