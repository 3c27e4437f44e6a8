import { t } from '@vscode/l10n';
import { env, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { documentedOrigin, videoOrigin } from '../../insights/core/origin.ts';
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
  readonly presentation: FormatSettings;
}

/**
 * What a room can be passed on as: a link, a report for a ticket, commands for
 * a shell. Each takes a room as the other commands on rooms do, and resolves to
 * whether something was copied. `copyRoomReport` takes `{ names: true }` after it.
 */
export function shareCommands(tools: ShareDependencies) {
  return {
    [commands.copyLink]: async (argument?: unknown) => {
      const sid = await chooseSid(tools, argument);
      if (!sid) return false;
      await env.clipboard.writeText(roomUri(env.uriScheme, sid));
      showCopied(t('Link to {0} copied', sid));
      return true;
    },
    [commands.copyAsCurl]: async (argument?: unknown) => {
      const sid = await chooseSid(tools, argument);
      if (!sid) return false;
      await env.clipboard.writeText(await curlOf(tools, sid));
      showCopied(t('cURL commands copied; they take the credentials from the environment'));
      return true;
    },
    [commands.copyRoomReport]: (argument?: unknown, options?: unknown) =>
      copyReport(tools, argument, asksForNames(options)),
  };
}

/** A room whose SID the API did not send can be looked at, but nobody can ask for it. */
async function chooseSid(tools: ShareDependencies, argument: unknown): Promise<RoomSid | undefined> {
  return (await chooseWithSid(tools, argument))?.key;
}

async function chooseWithSid(
  tools: ShareDependencies,
  argument: unknown,
): Promise<(ChosenRoom & { readonly key: RoomSid }) | undefined> {
  const { key, ...chosen } = (await chooseRoom(tools, argument)) ?? {};
  if (key === undefined) return undefined;
  if (isRoomSid(key)) return { ...chosen, key };
  void window.showErrorMessage(t('Twilio sent no SID for this room, so it cannot be asked for again.'));
  return undefined;
}

async function curlOf({ session, store }: ShareDependencies, sid: RoomSid): Promise<string> {
  await session.ready;
  const origin = session.origin ?? documentedOrigin;
  const { curlCommands } = await import('../../export/report/curlCommands.ts');
  return curlCommands(sid, {
    origin,
    ...(store.room(sid)?.source === 'video' && { video: videoOrigin(origin) }),
    signIn: session.account?.kind === 'authToken' ? 'authToken' : 'apiKey',
    sample: session.account?.kind === 'sample',
  });
}

async function copyReport(tools: ShareDependencies, argument: unknown, names: boolean): Promise<boolean> {
  const retry = () => vscodeCommands.executeCommand(commands.copyRoomReport, argument, { names });
  const chosen = await chooseWithSid(tools, argument);
  const room = await findRoom(tools, chosen, retry);
  const file = chosen?.file;
  const loaded =
    room && (file ? file.store.participantsState(room.key) : await loadWithProgress(tools, room, retry));
  if (!loaded) return false;
  const [{ roomReport }, { clockAt }] = await Promise.all([
    import('../../export/report/roomReport.ts'),
    import('../../pages/room/savedRoomView.ts'),
  ]);
  const { participants, unreadable } = loaded;
  const { format } = tools.presentation;
  const options = { names, unreadable, complete: loaded.state === 'complete' };
  // A saved room lasted "so far" until it was saved.
  const then = file?.saved ? clockAt(file.saved.savedAt, format) : format;
  const report = roomReport({ room, participants }, options, then);
  await env.clipboard.writeText(report);
  if (names) showCopied(t('Report on “{0}” copied, with names', roomTitle(room)));
  else void offerNames(tools, room, file);
  return true;
}

/** The names are replaced unless the person asks otherwise: here they can, as long as the account is the same. */
async function offerNames(
  tools: ShareDependencies,
  { key }: Room,
  file: SavedRoomDocument | undefined,
): Promise<void> {
  const withNames = t('Copy with Names');
  const message = t('Report copied. Identities and the room’s name were replaced.');
  if ((await window.showInformationMessage(message, withNames)) !== withNames) return;
  if (file || tools.store.room(key)) await copyReport(tools, file ?? key, true);
}

/** A menu hands over the selected rows in the second place, which are no options. */
function asksForNames(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'names' in options && options.names === true;
}
