import { commands } from 'vscode';

/** VS Code's command for its settings, and what to look for there: all that concerns proxies. */
export const openSettings = 'workbench.action.openSettings';
export const proxySettings = 'http.proxy';

/** Shows VS Code's settings for proxies. */
export function showProxySettings(): Thenable<unknown> {
  return commands.executeCommand(openSettings, proxySettings);
}
