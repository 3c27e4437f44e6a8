import { t } from '@vscode/l10n';
import { type Disposable, env, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../ids.ts';
import { isAbort } from '../insights/abort.ts';
import type { Room } from '../insights/room.ts';
import { findRoomSid, isRoomSid, type RoomSid } from '../insights/sid.ts';
import { explainFailure } from '../rooms/explainFailure.ts';
import { roomTitle } from '../rooms/roomView.ts';
import type { RoomStore } from '../rooms/store.ts';
import { askForRoomSid } from './askForRoomSid.ts';
import { offerSteps } from './offerSteps.ts';
import { resourceJson, roomDocument } from './roomDocuments.ts';
import type { RoomPanels } from './roomPanels.ts';
import type { RoomTreeNode } from './roomTreeNodes.ts';
import { roomOfNode } from './roomTreeNodes.ts';
import type { Session } from './session.ts';

/** What the commands on a room work with. */
export interface RoomCommandTools {
  readonly store: RoomStore;
  readonly session: Session;
  readonly panels: RoomPanels;
  /** The nodes that are selected in the tree. */
  readonly selection: () => readonly RoomTreeNode[];
}

/**
 * The commands on one room. Each takes a room's SID, a node of the tree, or
 * nothing: then the room in the active panel, the one selected in the tree, or
 * the one whose SID the person enters. Each resolves, when its work is done,
 * to whether it was done.
 */
export function registerRoomCommands(tools: RoomCommandTools): Disposable[] {
  const { store, panels } = tools;
  type Run = (argument: unknown, retry: () => Thenable<unknown>) => Promise<boolean>;
  const register = (id: string, run: Run): Disposable =>
    vscodeCommands.registerCommand(id, (argument?: unknown) =>
      run(argument, () => vscodeCommands.executeCommand(id, argument)),
    );

  const open =
    (beside: boolean): Run =>
    async (argument) => {
      const key = await chooseRoom(tools, argument);
      if (key === undefined) return false;
      await panels.show(key, { beside, preserveFocus: roomOfNode(argument) !== undefined });
      return true;
    };

  return [
    register(commands.openRoom, open(false)),
    register(commands.openRoomToSide, open(true)),
    register(commands.openRoomBySid, async (argument) => {
      // A button in the view's title hands over the focused row, which is not meant here.
      const sid = typeof argument === 'string' ? givenSid(argument) : await askForRoomSid();
      if (sid === undefined) return false;
      const again = () => vscodeCommands.executeCommand(commands.openRoomBySid, sid);
      if (!(await findRoom(tools, sid, again))) return false;
      await panels.show(sid);
      return true;
    }),
    register(commands.copyRoomJson, async (argument, retry) => {
      const room = await findRoom(tools, await chooseRoom(tools, argument), retry);
      if (!room) return false;
      await env.clipboard.writeText(resourceJson(room));
      sayCopied(t('JSON of “{0}” copied', roomTitle(room)));
      return true;
    }),
    register(commands.copyRoomSid, async (argument) => {
      const key = await chooseRoom(tools, argument);
      if (!isRoomSid(key)) return false;
      await env.clipboard.writeText(key);
      sayCopied(t('{0} copied', key));
      return true;
    }),
    register(commands.openRoomJson, async (argument, retry) => {
      const room = await findRoom(tools, await chooseRoom(tools, argument), retry);
      if (!room?.sid) return false;
      await window.showTextDocument(roomDocument(room.sid), { preview: true });
      return true;
    }),
    register(commands.refreshRoom, async (argument, retry) => {
      const key = await chooseRoom(tools, argument);
      if (!isRoomSid(key)) return false;
      const [room] = await Promise.all([findRoom(tools, key, retry, true), store.loadParticipants(key)]);
      return room !== undefined;
    }),
  ];
}

/** The key of the room that a command is about. */
async function chooseRoom(tools: RoomCommandTools, argument: unknown): Promise<string | undefined> {
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

/** The room of a key: from the store, or (`anew`, always) from Twilio; a failure is shown with its next steps. */
async function findRoom(
  { store, session }: RoomCommandTools,
  key: string | undefined,
  retry: () => Thenable<unknown>,
  anew = false,
): Promise<Room | undefined> {
  if (key === undefined) return undefined;
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
function sayCopied(what: string): void {
  window.setStatusBarMessage(`$(check) ${what.replaceAll('$(', '\\$(')}`, 4000);
}
