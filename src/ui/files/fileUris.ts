import { homedir } from 'node:os';
import { Uri, workspace } from 'vscode';

/** Suggests a place for a file: the first workspace folder, or the user's home folder. */
export function suggestedUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  return Uri.joinPath(folder, name);
}

/** The name of a file, without its folders. */
export function fileName(uri: Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}

/** The `target` in a command's options, which skips the prompt for a file. */
export function givenTarget(options: unknown): Uri | undefined {
  if (typeof options !== 'object' || options === null || !('target' in options)) return undefined;
  const { target } = options;
  if (target instanceof Uri) return target;
  return typeof target === 'string' && /^[a-z][\w+.-]*:\//.test(target) ? Uri.parse(target, true) : undefined;
}
