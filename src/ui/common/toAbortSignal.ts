import type { CancellationToken } from 'vscode';

/** Converts VS Code's cancellation token to an `AbortSignal`, which cancels down to the socket. */
export function toAbortSignal(token: CancellationToken): AbortSignal {
  if (token.isCancellationRequested) return AbortSignal.abort();
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
