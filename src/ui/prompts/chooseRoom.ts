import { t } from '@vscode/l10n';
import { Uri, window } from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { findRoomSid, isRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import type { RoomPanels } from '../panels/roomPanels.ts';
import type { SavedRoomEditor } from '../panels/savedRoomEditor.ts';
import type { Session } from '../session/session.ts';
import { type RoomTreeNode, roomOfNode } from '../tree/treeNodes.ts';
import { askForRoomSid } from './askForRoomSid.ts';
import { showFailure } from './showFailure.ts';

/** Dependencies of the commands on one room. */
export interface RoomCommandDependencies {
  readonly store: RoomStore;
  readonly session: Session;
  readonly panels: RoomPanels;
  readonly saved: SavedRoomEditor;
  /** The selected nodes of the tree. */
  readonly selection: () => readonly RoomTreeNode[];
}

/** The room that a command works on. */
export interface ChosenRoom {
  readonly key: string;
  /** The file that the room was read from; undefined for a room of the account. */
  readonly file?: SavedRoomDocument;
}

/** Parses a SID that a keybinding, a link or another extension passed; shows an error if it is none. */
export function parseSidArgument(argument: string): RoomSid | undefined {
  const sid = findRoomSid(argument);
  if (sid === undefined) {
    void window.showErrorMessage(t('This is not the SID of a room. It has RM and 32 digits.'));
  }
  return sid;
}

async function chooseKey(deps: RoomCommandDependencies, argument: unknown): Promise<string | undefined> {
  if (typeof argument === 'string') return deps.store.room(argument) ? argument : parseSidArgument(argument);
  const [selected] = deps.selection();
  const implied = argument === undefined ? (deps.panels.activeKey ?? roomOfNode(selected)?.key) : undefined;
  const key = roomOfNode(argument)?.key ?? implied;
  return key ?? (await askForRoomSid());
}

/** Without an argument, a command works on the saved room in the active editor. */
function impliedFile({ saved }: RoomCommandDependencies, argument: unknown): SavedRoomDocument | undefined {
  return argument === undefined ? saved.active : undefined;
}

/**
 * The menu in an editor's title passes the editor's URI. Such a call is treated like a call without
 * arguments, which uses the active editor.
 */
export function roomArgument(argument: unknown): unknown {
  return argument instanceof Uri ? undefined : argument;
}

/** The room that a command works on, see `roomCommands`; undefined if there is none or the user cancels. */
export async function chooseRoom(
  deps: RoomCommandDependencies,
  passed: unknown,
): Promise<ChosenRoom | undefined> {
  const argument = roomArgument(passed);
  const file = deps.saved.all.find((one) => one === argument) ?? impliedFile(deps, argument);
  if (file) return { key: file.key, file };
  const key = await chooseKey(deps, argument);
  // A known room's own spelling: its SID may be written in another case here.
  return key === undefined ? undefined : { key: deps.store.room(key)?.key ?? key };
}

/**
 * The chosen room: from its file, from the store, or from Twilio (with `force`, always). Shows a failure with
 * its next steps.
 */
export async function findRoom(
  { store, session }: RoomCommandDependencies,
  chosen: ChosenRoom | undefined,
  retry: () => Thenable<unknown>,
  force = false,
): Promise<Room | undefined> {
  if (chosen === undefined) return undefined;
  const { key, file } = chosen;
  if (file) return file.store.room(key);
  await session.ready;
  const known = store.room(key);
  if (!isRoomSid(key) || (known && !force)) return known;
  if (!store.signedIn) {
    const detail = t('Sign in to the account that the room belongs to.');
    void showFailure({ title: t('Nobody is signed in'), detail, steps: ['signIn'] }, retry);
    return undefined;
  }
  try {
    return await store.fetchRoom(key);
  } catch (error) {
    if (isAbort(error)) return undefined; // The account was switched.
    session.logError(error);
    const { title, detail, steps } = explainFailure(error);
    void showFailure({ title: `${title}: ${key}`, detail, steps }, retry);
    return undefined;
  }
}

/** Shows in the status bar what was copied. Escapes `$(`, so that a name is not rendered as an icon. */
export function showCopied(what: string): void {
  window.setStatusBarMessage(`$(check) ${what.replaceAll('$(', '\\$(')}`, 4000);
}
