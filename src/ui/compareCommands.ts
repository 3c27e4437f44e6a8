import { t } from '@vscode/l10n';
import { type Disposable, type QuickPickItem, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../ids.ts';
import type { Participant } from '../insights/participant.ts';
import type { Room } from '../insights/room.ts';
import { newestFirst } from '../rooms/grouping.ts';
import { byJoinTime, participantName } from '../rooms/participantsView.ts';
import { participantLine, roomLine } from '../rooms/roomLine.ts';
import { roomTitle } from '../rooms/roomView.ts';
import type { Compared } from './comparePanel.ts';
import type { PanelTools } from './roomPanel.ts';
import type { RoomPanels } from './roomPanels.ts';
import type { RoomTreeNode } from './roomTreeNodes.ts';

/**
 * `compareRooms` compares two rooms, or two participants of a room. It takes
 * one node of the tree, or none: what is missing is chosen from lists.
 */
export function registerCompareCommands(tools: PanelTools, panels: RoomPanels): Disposable[] {
  return [
    vscodeCommands.registerCommand(commands.compareRooms, async (node?: RoomTreeNode) => {
      const sides = await chooseSides(tools, panels, node);
      if (!sides) return false;
      const { ComparePanel } = await import('./comparePanel.ts');
      new ComparePanel(tools, ...sides);
      return true;
    }),
  ];
}

async function chooseSides(
  tools: PanelTools,
  panels: RoomPanels,
  node: RoomTreeNode | undefined,
): Promise<readonly [Compared, Compared] | undefined> {
  const { store } = tools;
  if (node?.kind === 'participant') {
    const room = store.room(node.room.key);
    const other = room && (await chooseParticipant(tools, room, node.participant));
    return (
      room &&
      other && [
        { room, participant: node.participant },
        { room, participant: other },
      ]
    );
  }
  const key = node?.kind === 'room' ? node.key : panels.activeKey;
  const first =
    (key === undefined ? undefined : store.room(key)) ?? (await chooseRoom(tools, t('The first room')));
  if (!first) return undefined;
  const second = await chooseRoom(tools, t('Compare “{0}” with…', roomTitle(first)), first);
  if (!second) return undefined;
  const sids = [first.sid, second.sid].filter((sid) => sid !== undefined);
  await Promise.all(sids.map((sid) => store.participation(sid) ?? store.loadParticipants(sid)));
  return [{ room: first }, { room: second }];
}

async function chooseRoom(
  { store, presentation }: PanelTools,
  placeHolder: string,
  except?: Room,
): Promise<Room | undefined> {
  const items = newestFirst([...store.listedRooms()])
    .filter((room) => room !== except)
    .map((room) => ({ room, label: roomTitle(room), description: roomLine(room, presentation.format) }));
  return (await pick(items, placeHolder))?.room;
}

async function chooseParticipant(
  { store, presentation }: PanelTools,
  room: Room,
  except: Participant,
): Promise<Participant | undefined> {
  const items = byJoinTime(store.participation(room.key)?.participants ?? [])
    .filter((participant) => participant !== except)
    .map((participant) => ({
      participant,
      label: participantName(participant),
      description: participantLine(participant, room, presentation.format),
    }));
  return (await pick(items, t('Compare “{0}” with…', participantName(except))))?.participant;
}

async function pick<Item extends QuickPickItem>(
  items: readonly Item[],
  placeHolder: string,
): Promise<Item | undefined> {
  return window.showQuickPick(items, { title: t('Compare Rooms'), placeHolder, matchOnDescription: true });
}
