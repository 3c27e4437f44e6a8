import { t } from '@vscode/l10n';
import { env, Uri, window } from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { findRoomSid, isRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import { validateRoomSid } from '../../rooms/sids/validateRoomSid.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import type { RoomPanels } from '../panels/roomPanels.ts';
import type { SavedRoomEditor } from '../panels/savedRoomEditor.ts';
import type { Session } from '../session/session.ts';
import { type RoomTreeNode, roomOfNode } from '../tree/treeNodes.ts';
import { showFailure } from './showFailure.ts';

async function suggestedSid(): Promise<string> {
  const editor = window.activeTextEditor;
  const selected = editor ? editor.document.getText(editor.selection) : '';
  return findRoomSid(selected) ?? findRoomSid(await env.clipboard.readText()) ?? '';
}

/** Asks for a room's SID. One that is selected in the editor or stands in the clipboard is filled in. */
export async function askForRoomSid(): Promise<RoomSid | undefined> {
  const typed = await window.showInputBox({
    title: t('Open Room by SID'),
    prompt: t('The room need not be in the list. Twilio keeps rooms for 7 days.'),
    placeHolder: 'RM…',
    value: await suggestedSid(),
    // A line of a log or an address with the SID in it will do. Nothing is wrong yet with an empty box.
    validateInput: (text) => (text.trim() === '' || findRoomSid(text) ? undefined : validateRoomSid(text)),
  });
  return typed === undefined ? undefined : findRoomSid(typed);
}

/** What the commands on a room work with. */
export interface RoomCommandDependencies {
  readonly store: RoomStore;
  readonly session: Session;
  readonly panels: RoomPanels;
  readonly saved: SavedRoomEditor;
  /** The nodes that are selected in the tree. */
  readonly selection: () => readonly RoomTreeNode[];
}

/** A room that a command is about. */
export interface ChosenRoom {
  readonly key: string;
  /** Where it was saved; undefined for a room of the account. */
  readonly file?: SavedRoomDocument;
}

/** A SID that came as an argument, from a keybinding, a link or another extension; says so if it is none. */
export function parseSidArgument(argument: string): RoomSid | undefined {
  const sid = findRoomSid(argument);
  if (sid === undefined) {
    void window.showErrorMessage(t('This is not the SID of a room. It has RM and 32 digits.'));
  }
  return sid;
}

async function chooseKey(tools: RoomCommandDependencies, argument: unknown): Promise<string | undefined> {
  if (typeof argument === 'string') return tools.store.room(argument) ? argument : parseSidArgument(argument);
  const [selected] = tools.selection();
  const implied = argument === undefined ? (tools.panels.activeKey ?? roomOfNode(selected)?.key) : undefined;
  const key = roomOfNode(argument)?.key ?? implied;
  return key ?? (await askForRoomSid());
}

/** Somebody who looks at a saved room means that one. */
function impliedFile({ saved }: RoomCommandDependencies, argument: unknown): SavedRoomDocument | undefined {
  return argument === undefined ? saved.active : undefined;
}

/**
 * What the menu in an editor's title hands over is the address of that editor, and then what is in it is meant: the
 * same as by who hands over nothing.
 */
export function roomArgument(argument: unknown): unknown {
  return argument instanceof Uri ? undefined : argument;
}

/** The room that a command is about, see `roomCommands`. */
export async function chooseRoom(
  tools: RoomCommandDependencies,
  given: unknown,
): Promise<ChosenRoom | undefined> {
  const argument = roomArgument(given);
  const file = tools.saved.all.find((one) => one === argument) ?? impliedFile(tools, argument);
  if (file) return { key: file.key, file };
  const key = await chooseKey(tools, argument);
  return key === undefined ? undefined : { key };
}

/** The chosen room: from its file, from the store, or (`anew`, always) from Twilio; a failure is shown with its next steps. */
export async function findRoom(
  { store, session }: RoomCommandDependencies,
  chosen: ChosenRoom | undefined,
  retry: () => Thenable<unknown>,
  anew = false,
): Promise<Room | undefined> {
  if (chosen === undefined) return undefined;
  const { key, file } = chosen;
  if (file) return file.store.room(key);
  await session.ready;
  const known = store.room(key);
  if (!isRoomSid(key) || (known && !anew)) return known;
  if (!store.signedIn) {
    const detail = t('Sign in to the account that the room belongs to.');
    void showFailure({ title: t('Nobody is signed in'), detail, steps: ['signIn'] }, retry);
    return undefined;
  }
  try {
    return await store.fetchRoom(key);
  } catch (error) {
    if (isAbort(error)) return undefined; // The account was switched meanwhile.
    session.report(error);
    const { title, detail, steps } = explainFailure(error);
    void showFailure({ title: `${title}: ${key}`, detail, steps }, retry);
    return undefined;
  }
}

/** Says in the status bar what was copied. A name is shown as it is, also where it holds the sign of an icon. */
export function showCopied(what: string): void {
  window.setStatusBarMessage(`$(check) ${what.replaceAll('$(', '\\$(')}`, 4000);
}
