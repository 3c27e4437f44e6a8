import type { WebviewPanel } from 'vscode';

/** For whoever has to wait before a panel can be filled: tells whether it was closed meanwhile, and throws at every touch. */
export function trackClosed(panel: WebviewPanel): () => boolean {
  let closed = false;
  panel.onDidDispose(() => {
    closed = true;
  });
  return () => closed;
}
