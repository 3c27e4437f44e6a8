import { t } from '@vscode/l10n';
import { type Uri, type UriHandler, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { parseRoomUri } from '../../rooms/sids/roomUri.ts';

/**
 * Links from outside, `vscode://video-rooms.video-rooms-for-twilio/room/RM…`.
 * Anybody can make one: the SID is all that is read, and nothing of it is repeated.
 */
export class RoomUriHandler implements UriHandler {
  async handleUri({ path }: Uri): Promise<void> {
    const sid = parseRoomUri(path);
    if (sid) {
      // Asks for a sign-in where nobody is signed in, and goes on after it.
      await vscodeCommands.executeCommand(commands.openRoomBySid, sid);
      return;
    }
    void window.showErrorMessage(
      t('The link leads to no room. A link to a room ends in /room/ and the room’s SID: RM and 32 digits.'),
    );
  }
}
