import * as vscode from 'vscode';

/**
 * `npm start` loads this beside the extension. The browser-hosted VS Code forgets secrets when its page is
 * reloaded, so it signs in at every start, with the environment that `npm start` has set.
 */
export async function activate() {
  await vscode.commands.executeCommand('videoRooms.signIn', { method: 'environment' });
  await vscode.commands.executeCommand('videoRooms.rooms.focus');
}
