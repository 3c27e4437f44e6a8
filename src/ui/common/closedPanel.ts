import type { WebviewPanel } from 'vscode';

/**
 * Returns a function that tells whether the panel was closed since. A closed panel throws on every access.
 */
export function trackClosed(panel: WebviewPanel): () => boolean {
  let closed = false;
  panel.onDidDispose(() => {
    closed = true;
  });
  return () => closed;
}
