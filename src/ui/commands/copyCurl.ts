import { t } from '@vscode/l10n';
import { ExtensionKind, env, extensions, window } from 'vscode';
import { curlCommands } from '../../export/report/curlCommands.ts';
import { type Shell, shellNames, shellOf, shells } from '../../export/report/shells.ts';
import { extensionId } from '../../ids.ts';
import { documentedOrigin, videoOrigin } from '../../insights/core/origin.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { RoomCommandDependencies } from '../prompts/chooseRoom.ts';

/**
 * Copies the requests for a room as commands for the shell of the editor's terminal, or for the one that
 * `{ shell }` in `options` names, and offers the other shells.
 */
export async function copyCurl(
  deps: RoomCommandDependencies,
  sid: RoomSid,
  options?: unknown,
): Promise<void> {
  const shell = givenShell(options) ?? terminalShell();
  await deps.session.ready;
  await env.clipboard.writeText(curlOf(deps, sid, shell));
  void offerOthers(deps, sid, shell);
}

function curlOf({ session, store }: RoomCommandDependencies, sid: RoomSid, shell: Shell): string {
  const origin = session.origin ?? documentedOrigin;
  return curlCommands(sid, {
    ...{ origin, shell, windows: process.platform === 'win32' },
    ...(store.room(sid)?.source === 'video' && { video: videoOrigin(origin) }),
    signIn: session.account?.kind === 'authToken' ? 'authToken' : 'apiKey',
    sample: session.account?.kind === 'sample',
  });
}

/**
 * The shell of the editor's default terminal profile. In a remote window `env.shell` tells of this machine if
 * the extension runs here, while the terminals are on the remote one: nearly always a POSIX system.
 */
function terminalShell(): Shell {
  const here = extensions.getExtension(extensionId)?.extensionKind === ExtensionKind.UI;
  if (env.remoteName !== undefined && here) return 'posix';
  return shellOf(env.shell, process.platform === 'win32');
}

async function offerOthers(deps: RoomCommandDependencies, sid: RoomSid, copied: Shell): Promise<void> {
  const others = shells.filter((shell) => shell !== copied);
  const message = t(
    'cURL commands for {0} copied. They take the credentials from the environment.',
    shellNames[copied],
  );
  const answer = await window.showInformationMessage(message, ...others.map((shell) => shellNames[shell]));
  const shell = others.find((one) => shellNames[one] === answer);
  if (shell) await copyCurl(deps, sid, { shell });
}

function givenShell(options: unknown): Shell | undefined {
  if (typeof options !== 'object' || options === null || !('shell' in options)) return undefined;
  return shells.find((shell) => shell === options.shell);
}
