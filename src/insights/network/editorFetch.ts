import { InsightsError } from '../core/errors.ts';
import { withoutQuery } from '../core/requestPath.ts';
import type { ApiReply } from '../core/transport.ts';
import { decode } from './bodyText.ts';
import { maxBodyBytes, type Timeouts } from './dispatcher.ts';

/** A GET request with its headers. */
export interface HttpRequest {
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** A reply with its headers received; `read` reads the body, once. */
export interface EditorReply {
  read(): Promise<ApiReply>;
}

/**
 * Sends the request with the process's own `fetch`, which VS Code routes like its own requests. The limits
 * are those of our own connections: no redirects, the same timeouts, the same maximum size. The sockets
 * belong to the editor, which closes them.
 * @throws InsightsError for a timeout or a reply that is too large; otherwise the error of `fetch`
 */
export async function sendViaEditor(
  { origin, path, headers, signal }: HttpRequest,
  timeouts: Timeouts,
): Promise<EditorReply> {
  const deadline = new AbortController();
  const startTimer = (milliseconds: number) =>
    setTimeout(
      () => deadline.abort(new InsightsError('timedOut', { path: withoutQuery(path) })),
      milliseconds,
    ).unref();
  let timer = startTimer(timeouts.connect + timeouts.headers);
  try {
    const response = await fetch(origin + path, {
      headers,
      redirect: 'manual',
      credentials: 'omit',
      signal: AbortSignal.any([signal, deadline.signal]),
    });
    return { read: () => read(response) };
  } finally {
    clearTimeout(timer);
  }

  async function read({ status, headers: received, body }: Response): Promise<ApiReply> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    timer = startTimer(timeouts.body);
    try {
      for await (const piece of body ?? []) {
        timer.refresh();
        size += piece.length;
        if (size > maxBodyBytes) throw new InsightsError('tooLarge', { path: withoutQuery(path), status });
        pieces.push(piece);
      }
    } finally {
      clearTimeout(timer);
    }
    return { status, headers: Object.fromEntries(received), body: decode(pieces) };
  }
}
