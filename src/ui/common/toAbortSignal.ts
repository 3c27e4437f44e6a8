import type { CancellationToken } from 'vscode';

/** The editor's way to say that nobody waits any more, as the platform's: down to the socket. */
export function toAbortSignal(token: CancellationToken): AbortSignal {
  if (token.isCancellationRequested) return AbortSignal.abort();
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
