import { randomBytes } from 'node:crypto';
import { t } from '@vscode/l10n';
import { Uri, type Webview, type WebviewOptions } from 'vscode';
import { commands } from '../../ids.ts';
import { displayLocale } from '../settings/displayLanguage.ts';

/** The pages that the build makes, each a script and a style sheet of its name. */
type PageName = 'room' | 'overview';

/** What a page may do: run scripts and a few commands, and load from one folder. */
export function pageOptions(extensionUri: Uri): WebviewOptions {
  return {
    enableScripts: true,
    enableCommandUris: reopenCommands,
    localResourceRoots: [Uri.joinPath(extensionUri, 'dist', 'webview')],
  };
}

/** The commands that a page may run by a link: they open it again when its extension host is gone. */
const reopenCommands = [commands.openRoom, commands.openOverview] as const;

type ReopenCommand = (typeof reopenCommands)[number];

/**
 * The page of the room panel and of comparisons.
 * @param reopen the command that opens the page again, with the SID of its room; undefined for a comparison or a file
 */
export function roomPage(webview: Webview, extensionUri: Uri, reopen?: ReopenCommand): string {
  return page(webview, extensionUri, t('Room'), 'room', reopen);
}

/** The page of the overview. */
export function overviewPage(webview: Webview, extensionUri: Uri): string {
  return page(webview, extensionUri, t('Overview'), 'overview', commands.openOverview);
}

/** No inline script or style, no pictures, no network, no forms. */
function page(
  webview: Webview,
  extensionUri: Uri,
  title: string,
  name: PageName,
  reopen?: ReopenCommand,
): string {
  const nonce = randomBytes(16).toString('base64');
  const source = webview.cspSource;
  const policy = [
    "default-src 'none'",
    `font-src ${source}`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const address = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
  return `<!DOCTYPE html>
<html lang="${displayLocale()}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${address('dist', 'webview', 'codicon.css')}">
    <link rel="stylesheet" href="${address('dist', 'webview', `${name}.css`)}">
    <title>${title}</title>
  </head>
  <body ${attributes(disconnected(reopen))}>
    <div id="root"></div>
    <script nonce="${nonce}" type="module" src="${address('dist', 'webview', `${name}.js`)}"></script>
  </body>
</html>
`;
}

/** What the page says when its extension host does not reply any more, see `Disconnected` of the page. */
function disconnected(reopen: ReopenCommand | undefined): Readonly<Record<string, string>> {
  return {
    title: t('This page gets no reply from the extension'),
    detail: reopen
      ? t(
          'Until it replies, the page is not updated and its buttons do nothing. This happens when the extensions of the window restart, or while they are suspended or busy.',
        )
      : t(
          'Until it replies, the page is not updated and its buttons do nothing. This happens when the extensions of the window restart, or while they are suspended or busy. If it lasts, close the page and open it again.',
        ),
    'open-again': t('Open Again'),
    command: reopen ? `command:${reopen}` : '',
  };
}

/** Attributes `data-…` with escaped values. */
function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `data-${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join(' ');
}
