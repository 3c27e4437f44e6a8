import { t } from '@vscode/l10n';
import { Uri, commands as vscodeCommands, window } from 'vscode';
import { savedRoomEditor } from '../../ids.ts';
import { suggestedUri } from './fileUris.ts';

/**
 * Opens saved rooms, each in its own editor. Takes a file's URI; without it, the user chooses one or more
 * files. Resolves to whether one was opened.
 */
export async function openSavedRoom(argument: unknown): Promise<boolean> {
  const files = argument instanceof Uri ? [argument] : await askForFiles();
  for (const file of files) {
    await vscodeCommands.executeCommand('vscode.openWith', file, savedRoomEditor, { preview: false });
  }
  return files.length > 0;
}

async function askForFiles(): Promise<readonly Uri[]> {
  const chosen = await window.showOpenDialog({
    title: t('Open Saved Room'),
    openLabel: t('Open'),
    canSelectMany: true,
    defaultUri: suggestedUri(''),
    filters: { [t('Saved rooms')]: ['json'], [t('All files')]: ['*'] },
  });
  return chosen ?? [];
}
