import { t } from '@vscode/l10n';
import { type Disposable, env, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../ids.ts';
import type { Room } from '../insights/room.ts';
import { findRoomSid, isRoomSid, type RoomSid } from '../insights/sid.ts';
import { explainFailure } from '../rooms/explainFailure.ts';
import { roomTitle } from '../rooms/roomView.ts';
import type { RoomStore } from '../rooms/store.ts';
import { askForRoomSid } from './askForRoomSid.ts';
import { roomDocument, roomJson } from './roomDocuments.ts';
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
  const register = (id: string, run: (argument?: unknown) => Promise<boolean>) =>
    vscodeCommands.registerCommand(id, run);

  const open = (beside: boolean) => async (argument?: unknown) => {
    const key = await chooseRoom(tools, argument);
    if (key === undefined) return false;
    await panels.show(key, { beside, preserveFocus: roomOfNode(argument) !== undefined });
    return true;
  };

  return [
    register(commands.openRoom, open(false)),
    register(commands.openRoomToSide, open(true)),
    register(commands.openRoomBySid, async (argument) => {
      const sid = argument === undefined ? await askForRoomSid() : givenSid(argument);
      if (sid === undefined) return false;
      const room = await findRoom(tools, sid);
      if (!room) return false;
      await panels.show(sid);
      return true;
    }),
    register(commands.copyRoomJson, async (argument) => {
      const room = await findRoom(tools, await chooseRoom(tools, argument));
      if (!room) return false;
      await env.clipboard.writeText(roomJson(room));
      window.setStatusBarMessage(t('$(check) JSON of “{0}” copied', roomTitle(room)), 4000);
      return true;
    }),
    register(commands.copyRoomSid, async (argument) => {
      const key = await chooseRoom(tools, argument);
      if (!isRoomSid(key)) return false;
      await env.clipboard.writeText(key);
      window.setStatusBarMessage(t('$(check) {0} copied', key), 4000);
      return true;
    }),
    register(commands.openRoomJson, async (argument) => {
      const room = await findRoom(tools, await chooseRoom(tools, argument));
      if (!room?.sid) return false;
      await window.showTextDocument(roomDocument(room.sid), { preview: true });
      return true;
    }),
    register(commands.refresh, async (argument) => {
      const node = roomOfNode(argument);
      const sid = node && store.room(node.key)?.sid;
      if (sid) await Promise.all([store.loadParticipants(sid), findRoom(tools, sid, true)]);
      else await tools.session.refresh();
      return true;
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
function givenSid(argument: unknown): RoomSid | undefined {
  const sid = typeof argument === 'string' ? findRoomSid(argument) : undefined;
  if (sid === undefined) {
    void window.showErrorMessage(t('This is not the SID of a room. It has RM and 32 digits.'));
  }
  return sid;
}

/** The room of a key: from the store, or (`anew`, always) from Twilio; a failure is shown with its next steps. */
async function findRoom(
  { store, session }: RoomCommandTools,
  key: string | undefined,
  anew = false,
): Promise<Room | undefined> {
  if (key === undefined) return undefined;
  await session.ready;
  const known = store.room(key);
  if (!isRoomSid(key) || (known && !anew)) return known;
  if (!store.signedIn) {
    void offer(t('Sign in to look rooms up.'), [{ label: t('Sign In'), command: commands.signIn }]);
    return undefined;
  }
  try {
    return await store.fetchRoom(key);
  } catch (error) {
    if (!store.signedIn) return undefined;
    session.report(error);
    const { title, detail } = explainFailure(error);
    void offer(`${title}: ${key}. ${detail}`, [
      { label: t('Retry'), command: commands.openRoomBySid, argument: key },
      { label: t('Show Log'), command: commands.showLog },
    ]);
    return undefined;
  }
}

interface Offer {
  readonly label: string;
  readonly command: string;
  readonly argument?: string;
}

async function offer(message: string, offers: readonly Offer[]): Promise<void> {
  const answer = await window.showErrorMessage(message, ...offers.map(({ label }) => label));
  const chosen = offers.find(({ label }) => label === answer);
  if (chosen) await vscodeCommands.executeCommand(chosen.command, chosen.argument);
}
