import { t } from '@vscode/l10n';
import { type Uri, type UriHandler, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { parseRoomUri } from '../../rooms/sids/roomUri.ts';

/**
 * Handles links from outside VS Code, `vscode://video-rooms.video-rooms-for-twilio/room/RM…`. They are
 * untrusted input: only the SID is read, and no other part of them is shown.
 */
export class RoomUriHandler implements UriHandler {
  async handleUri({ path }: Uri): Promise<void> {
    const sid = parseRoomUri(path);
    if (sid) {
      // If no account is signed in, the command asks the user to sign in first.
      await vscodeCommands.executeCommand(commands.openRoomBySid, sid);
      return;
    }
    void window.showErrorMessage(
      t('The link leads to no room. A link to a room ends in /room/ and the room’s SID: RM and 32 digits.'),
    );
  }
}
