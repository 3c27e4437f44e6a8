import { t } from '@vscode/l10n';
import { env, UIKind, Uri, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import { roomUri } from '../../rooms/sids/roomUri.ts';
import { roomTitle } from '../../text/roomText.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import {
  type ChosenRoom,
  chooseRoom,
  findRoom,
  type RoomCommandDependencies,
  showCopied,
} from '../prompts/chooseRoom.ts';
import { loadWithProgress } from '../prompts/loadWithProgress.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';

export interface ShareDependencies extends RoomCommandDependencies {
  readonly formatSettings: FormatSettings;
}

/**
 * Commands that copy a room as a link, as a report for a ticket, or as cURL commands. Each takes a room as
 * `roomCommands` do, and resolves to whether something was copied. `copyRoomReport` takes `{ names: true }`
 * as its second argument, `copyAsCurl` takes `{ shell }`.
 */
export function shareCommands(deps: ShareDependencies) {
  return {
    [commands.copyLink]: async (argument?: unknown) => {
      const sid = await chooseSid(deps, argument);
      if (!sid) return false;
      await env.clipboard.writeText(roomUri(env.uriScheme, sid));
      showCopied(t('Link to {0} copied', sid));
      if (env.uiKind === UIKind.Web) void offerBrowserLink(sid);
      return true;
    },
    [commands.copyAsCurl]: async (argument?: unknown, options?: unknown) => {
      const sid = await chooseSid(deps, argument);
      if (!sid) return false;
      const { copyCurl } = await import('./copyCurl.ts');
      await copyCurl(deps, sid, options);
      return true;
    },
    [commands.copyRoomReport]: (argument?: unknown, options?: unknown) =>
      copyReport(deps, argument, asksForNames(options)),
  };
}

/**
 * In a browser: says that the link is for the desktop, and offers one that leads back to this window. That one is a
 * callback, which VS Code's web workbench receives once, in the same browser, while the window is open
 * (`env.asExternalUri`); therefore it is not the link for a ticket.
 */
async function offerBrowserLink(sid: RoomSid): Promise<void> {
  const toWindow = t('Copy Link to This Window');
  const message = t(
    'The copied link opens in the editor on the desktop. A link to this window works once, in this browser, as long as the window is open.',
  );
  if ((await window.showInformationMessage(message, toWindow)) !== toWindow) return;
  const uri = await env.asExternalUri(Uri.parse(roomUri(env.uriScheme, sid)));
  // The string form encodes once more what is encoded already.
  await env.clipboard.writeText(uri.toString(true));
  showCopied(t('Link to {0} copied', sid));
}

/** Rooms without a SID can be shown but not requested, so an error is shown for them. */
async function chooseSid(deps: ShareDependencies, argument: unknown): Promise<RoomSid | undefined> {
  return (await chooseWithSid(deps, argument))?.key;
}

async function chooseWithSid(
  deps: ShareDependencies,
  argument: unknown,
): Promise<(ChosenRoom & { readonly key: RoomSid }) | undefined> {
  const { key, ...chosen } = (await chooseRoom(deps, argument)) ?? {};
  if (key === undefined) return undefined;
  if (isRoomSid(key)) return { ...chosen, key };
  void window.showErrorMessage(t('Twilio sent no SID for this room, so it cannot be asked for again.'));
  return undefined;
}

async function copyReport(deps: ShareDependencies, argument: unknown, names: boolean): Promise<boolean> {
  const retry = () => vscodeCommands.executeCommand(commands.copyRoomReport, argument, { names });
  const chosen = await chooseWithSid(deps, argument);
  const room = await findRoom(deps, chosen, retry);
  const file = chosen?.file;
  const loaded =
    room && (file ? file.store.participantsState(room.key) : await loadWithProgress(deps, room, retry));
  if (!loaded) return false;
  const { roomReport } = await import('../../export/report/roomReport.ts');
  const { participants, unreadable } = loaded;
  const { format } = deps.formatSettings;
  const options = { names, unreadable, complete: loaded.state === 'complete' };
  // "So far" in a saved room means until it was saved.
  const then = file?.saved ? format.asOf(file.saved.savedAt) : format;
  const report = roomReport({ room, participants }, options, then);
  await env.clipboard.writeText(report);
  if (names) showCopied(t('Report on “{0}” copied, with names', roomTitle(room)));
  else void offerNames(deps, room, file);
  return true;
}

/** Names are replaced by default; offers a copy with names as long as the account is the same. */
async function offerNames(
  deps: ShareDependencies,
  { key }: Room,
  file: SavedRoomDocument | undefined,
): Promise<void> {
  const withNames = t('Copy with Names');
  const message = t('Report copied. Identities and the room’s name were replaced.');
  if ((await window.showInformationMessage(message, withNames)) !== withNames) return;
  if (file || deps.store.room(key)) await copyReport(deps, file ?? key, true);
}

/** A menu passes the selected rows as the second argument, which are no options. */
function asksForNames(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'names' in options && options.names === true;
}
