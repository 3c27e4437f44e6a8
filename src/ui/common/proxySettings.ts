import { commands } from 'vscode';

/** VS Code's command that opens its settings, and the query that finds all proxy settings. */
export const openSettings = 'workbench.action.openSettings';
export const proxySettings = 'http.proxy';

/** Shows VS Code's settings for proxies. */
export function showProxySettings(): Thenable<unknown> {
  return commands.executeCommand(openSettings, proxySettings);
}
