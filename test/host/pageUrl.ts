/** What the page of VS Code is told by its address. */
export interface PageOptions {
  /** Absolute path of the folder to open; none opens an empty window. */
  workspace?: string | undefined;
  /** Absolute path of the folder of an extension to load from source. */
  developmentPath?: string | undefined;
  /** Absolute path of a module whose `run()` the extension host calls. */
  testsPath?: string | undefined;
}

/** Address of the workbench of a server on `port`. */
export function pageUrl(port: number, options: PageOptions = {}): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  const payload: [string, string][] = [];
  if (options.developmentPath) payload.push(['extensionDevelopmentPath', remote(options.developmentPath)]);
  if (options.testsPath) payload.push(['extensionTestsPath', remote(options.testsPath)]);
  const url = new URL(`http://127.0.0.1:${port}/`);
  // `ew` asks for an empty window; without it the server opens the folder of the last visit.
  if (options.workspace) url.searchParams.set('folder', options.workspace);
  else url.searchParams.set('ew', 'true');
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
