import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview } from 'vscode';

/** The only folders that the page may load from. */
export function roomPageRoots(extensionUri: Uri): Uri[] {
  return [Uri.joinPath(extensionUri, 'dist', 'webview'), Uri.joinPath(extensionUri, 'media')];
}

/** The page of the room panel: no inline script or style, no network, no forms. */
export function roomPage(webview: Webview, extensionUri: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const source = webview.cspSource;
  const policy = [
    "default-src 'none'",
    `img-src ${source}`,
    `font-src ${source}`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const address = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
  return `<!DOCTYPE html>
<html lang="${env.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${address('dist', 'webview', 'codicon.css')}">
    <link rel="stylesheet" href="${address('media', 'room.css')}">
    <link rel="stylesheet" href="${address('media', 'call.css')}">
    <link rel="stylesheet" href="${address('media', 'compare.css')}">
    <title>Room</title>
  </head>
  <body>
    <div id="root"></div>
    <script nonce="${nonce}" type="module" src="${address('dist', 'webview', 'room.js')}"></script>
  </body>
</html>
`;
}
