import { t } from '@vscode/l10n';
import { env, Uri, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../ids.ts';
import { isAbort } from '../insights/abort.ts';
import type { Room } from '../insights/room.ts';
import { findRoomSid, isParticipantSid, isRoomSid, type RoomSid } from '../insights/sid.ts';
import { explainFailure } from '../rooms/explainFailure.ts';
import { roomTitle } from '../rooms/roomView.ts';
import type { RoomStore } from '../rooms/store.ts';
import { askForRoomSid } from './askForRoomSid.ts';
import { roomDocument, roomWithParticipantsDocument } from './documentAddress.ts';
import type { RoomFile } from './keeping/roomFile.ts';
import type { SavedRooms } from './keeping/savedRooms.ts';
import { offerSteps } from './offerSteps.ts';
import { resourceJson } from './roomDocuments.ts';
import type { RoomPanels } from './roomPanels.ts';
import type { RoomTreeNode } from './roomTreeNodes.ts';
import { participantOfNode, roomOfNode } from './roomTreeNodes.ts';
import type { Session } from './session.ts';

/** What the commands on a room work with. */
export interface RoomCommandTools {
  readonly store: RoomStore;
  readonly session: Session;
  readonly panels: RoomPanels;
  readonly saved: SavedRooms;
  /** The nodes that are selected in the tree. */
  readonly selection: () => readonly RoomTreeNode[];
}

/** A room that a command is about. */
export interface ChosenRoom {
  readonly key: string;
  /** Where it was saved; undefined for a room of the account. */
  readonly file?: RoomFile;
}

/**
 * The commands on one room. Each takes a room's SID, a node of the tree, a file
 * that is open as a saved room, or nothing: then the room in the active panel, the one selected in the tree, or
 * the one whose SID the person enters. Each resolves, when its work is done,
 * to whether it was done.
 */
export function roomCommands(tools: RoomCommandTools) {
  const { store, panels } = tools;
  type Run = (argument: unknown, retry: () => Thenable<unknown>, more: unknown) => Promise<boolean>;
  const command = (id: string, run: Run) => (argument?: unknown, more?: unknown) =>
    run(argument, () => vscodeCommands.executeCommand(id, argument, more), more);

  const open =
    (beside: boolean): Run =>
    async (argument) => {
      const key = (await chooseRoom(tools, argument))?.key;
      if (key === undefined) return false;
      const participant = participantOfNode(argument);
      await panels.show(key, {
        ...{ beside, preserveFocus: roomOfNode(argument) !== undefined },
        ...(participant !== undefined && { participant }),
      });
      return true;
    };

  const openJson =
    (address: typeof roomDocument): Run =>
    async (argument, retry) => {
      const chosen = await chooseRoom(tools, argument);
      const room = chosen && (await findRoom(tools, chosen, retry));
      if (!room?.sid) return false;
      await window.showTextDocument(address(room.sid, chosen?.file?.uri), { preview: true });
      return true;
    };

  return {
    [commands.openRoom]: command(commands.openRoom, open(false)),
    [commands.openRoomToSide]: command(commands.openRoomToSide, open(true)),
    [commands.openRoomBySid]: command(commands.openRoomBySid, async (argument, _retry, participant) => {
      // A button in the view's title hands over the focused row, which is not meant here.
      const sid = typeof argument === 'string' ? givenSid(argument) : await askForRoomSid();
      if (sid === undefined) return false;
      const again = () => vscodeCommands.executeCommand(commands.openRoomBySid, sid, participant);
      if (!(await findRoom(tools, { key: sid }, again))) return false;
      // Links to somebody hand over the participant's SID too.
      await panels.show(sid, isParticipantSid(participant) ? { participant } : {});
      return true;
    }),
    [commands.copyRoomJson]: command(commands.copyRoomJson, async (argument, retry) => {
      const room = await findRoom(tools, await chooseRoom(tools, argument), retry);
      if (!room) return false;
      await env.clipboard.writeText(resourceJson(room));
      sayCopied(t('JSON of “{0}” copied', roomTitle(room)));
      return true;
    }),
    [commands.copyRoomSid]: command(commands.copyRoomSid, async (argument) => {
      const key = participantOfNode(argument) ?? (await chooseRoom(tools, argument))?.key;
      if (!isRoomSid(key) && !isParticipantSid(key)) return false;
      await env.clipboard.writeText(key);
      sayCopied(t('{0} copied', key));
      return true;
    }),
    [commands.openRoomJson]: command(commands.openRoomJson, openJson(roomDocument)),
    [commands.openRoomJsonWithParticipants]: command(
      commands.openRoomJsonWithParticipants,
      openJson(roomWithParticipantsDocument),
    ),
    [commands.refreshRoom]: command(commands.refreshRoom, async (argument, retry) => {
      const { key, file } = (await chooseRoom(tools, argument)) ?? {};
      if (file) void window.showInformationMessage(t('A saved room stays as it was when it was saved.'));
      if (!isRoomSid(key) || file) return false;
      const [room] = await Promise.all([findRoom(tools, { key }, retry, true), store.loadParticipants(key)]);
      return room !== undefined;
    }),
  };
}

/** The room that a command is about, see `roomCommands`. */
export async function chooseRoom(tools: RoomCommandTools, given: unknown): Promise<ChosenRoom | undefined> {
  const argument = meantBy(given);
  const file = tools.saved.all.find((one) => one === argument) ?? impliedFile(tools, argument);
  if (file) return { key: file.key, file };
  const key = await chooseKey(tools, argument);
  return key === undefined ? undefined : { key };
}

/**
 * What the menu in an editor's title hands over is the address of that editor, and then what is in it is meant: the
 * same as by who hands over nothing.
 */
export function meantBy(argument: unknown): unknown {
  return argument instanceof Uri ? undefined : argument;
}

/** Somebody who looks at a saved room means that one. */
function impliedFile({ saved }: RoomCommandTools, argument: unknown): RoomFile | undefined {
  return argument === undefined ? saved.active : undefined;
}

async function chooseKey(tools: RoomCommandTools, argument: unknown): Promise<string | undefined> {
  if (typeof argument === 'string') return tools.store.room(argument) ? argument : givenSid(argument);
  const [selected] = tools.selection();
  const implied = argument === undefined ? (tools.panels.activeKey ?? roomOfNode(selected)?.key) : undefined;
  const key = roomOfNode(argument)?.key ?? implied;
  return key ?? (await askForRoomSid());
}

/** A SID that came as an argument, from a keybinding, a link or another extension; says so if it is none. */
function givenSid(argument: string): RoomSid | undefined {
  const sid = findRoomSid(argument);
  if (sid === undefined) {
    void window.showErrorMessage(t('This is not the SID of a room. It has RM and 32 digits.'));
  }
  return sid;
}

/** The chosen room: from its file, from the store, or (`anew`, always) from Twilio; a failure is shown with its next steps. */
export async function findRoom(
  { store, session }: RoomCommandTools,
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
    void offerSteps({ title: t('Nobody is signed in'), detail, steps: ['signIn'] }, retry);
    return undefined;
  }
  try {
    return await store.fetchRoom(key);
  } catch (error) {
    if (isAbort(error)) return undefined; // The account was switched meanwhile.
    session.report(error);
    const { title, detail, steps } = explainFailure(error);
    void offerSteps({ title: `${title}: ${key}`, detail, steps }, retry);
    return undefined;
  }
}

/** Says in the status bar what was copied. A name is shown as it is, also where it holds the sign of an icon. */
export function sayCopied(what: string): void {
  window.setStatusBarMessage(`$(check) ${what.replaceAll('$(', '\\$(')}`, 4000);
}
