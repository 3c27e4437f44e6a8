import { t } from '@vscode/l10n';
import { ExtensionKind, env, extensions } from 'vscode';
import { extensionId } from '../../ids.ts';

/** Whether the extension runs on the user's computer, also in a window of a remote machine. */
export function isHere(): boolean {
  return (
    env.remoteName === undefined || extensions.getExtension(extensionId)?.extensionKind === ExtensionKind.UI
  );
}

/** What VS Code shows of the kinds of remote machines. */
const remoteNames: Readonly<Record<string, string>> = {
  wsl: 'WSL',
  'ssh-remote': 'SSH',
  'dev-container': 'Dev Container',
  'attached-container': 'Container',
  codespaces: 'GitHub Codespaces',
  tunnel: 'Tunnel',
};

/** A sentence that names the machine which was searched, in a window of a remote machine; else empty. */
export function whereLooked(): string {
  const { remoteName } = env;
  if (remoteName === undefined) return '';
  const name = (Object.hasOwn(remoteNames, remoteName) && remoteNames[remoteName]) || remoteName;
  return isHere()
    ? t('Only this computer was searched, where the extension runs, not the remote machine ({0}).', name)
    : t('Only the remote machine ({0}) was searched, where the extension runs, not this computer.', name);
}
