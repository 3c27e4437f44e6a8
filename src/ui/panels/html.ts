import { randomBytes } from 'node:crypto';
import { t } from '@vscode/l10n';
import { Uri, type Webview } from 'vscode';
import { displayLocale } from '../settings/displayLanguage.ts';

/** The pages that the build makes, each a script and a style sheet of its name. */
type PageName = 'room' | 'overview';

/** The only folder that a page may load from. */
export function roomPageRoots(extensionUri: Uri): Uri[] {
  return [Uri.joinPath(extensionUri, 'dist', 'webview')];
}

/** The page of the room panel and of comparisons. */
export function roomPage(webview: Webview, extensionUri: Uri): string {
  return page(webview, extensionUri, t('Room'), 'room');
}

/** The page of the overview. */
export function overviewPage(webview: Webview, extensionUri: Uri): string {
  return page(webview, extensionUri, t('Overview'), 'overview');
}

/** No inline script or style, no pictures, no network, no forms. */
function page(webview: Webview, extensionUri: Uri, title: string, name: PageName): string {
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
  <body>
    <div id="root"></div>
    <script nonce="${nonce}" type="module" src="${address('dist', 'webview', `${name}.js`)}"></script>
  </body>
</html>
`;
}
