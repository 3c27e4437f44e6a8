import { InsightsError } from '../core/errors.ts';
import { withoutQuery } from '../core/requestPath.ts';
import type { ApiReply } from '../core/transport.ts';
import { decode } from './bodyText.ts';
import { maxBodyBytes, type Timeouts } from './dispatcher.ts';

/** A GET, with all that is sent. */
export interface HttpRequest {
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** The head of an answer has come; the rest is read once. */
export interface EditorAnswer {
  read(): Promise<ApiReply>;
}

/**
 * Asks through the process's own `fetch`, which VS Code routes as it routes itself. Within the same limits as our
 * own connections: no redirect is followed, nothing is waited for longer, and no more is read. The sockets are the
 * editor's, which closes them.
 */
export async function askEditor(
  { origin, path, headers, signal }: HttpRequest,
  wait: Timeouts,
): Promise<EditorAnswer> {
  const late = new AbortController();
  const give = (milliseconds: number) =>
    setTimeout(
      () => late.abort(new InsightsError('timedOut', { path: withoutQuery(path) })),
      milliseconds,
    ).unref();
  let timer = give(wait.connect + wait.headers);
  try {
    const response = await fetch(origin + path, {
      headers,
      redirect: 'manual',
      credentials: 'omit',
      signal: AbortSignal.any([signal, late.signal]),
    });
    return { read: () => read(response) };
  } finally {
    clearTimeout(timer);
  }

  async function read({ status, headers: received, body }: Response): Promise<ApiReply> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    timer = give(wait.body);
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
