import { t } from '@vscode/l10n';
import { type QuickPickItem, commands as vscodeCommands } from 'vscode';
import { commands } from '../../ids.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { newestFirst } from '../../rooms/filter/sorting.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { escapeIcons } from '../../text/escape.ts';
import { fullName, participantLabels } from '../../text/names/participantLabels.ts';
import { byJoinTime, participantLine } from '../../text/participantText.ts';
import { roomLine, roomTitle } from '../../text/roomText.ts';
import { afterName, isolate, withoutIsolates } from '../../unicode/isolate.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import type { Compared } from '../panels/comparePanel.ts';
import type { PanelDependencies } from '../panels/panelDependencies.ts';
import type { RoomPanels } from '../panels/roomPanels.ts';
import type { SavedRoomEditor } from '../panels/savedRoomEditor.ts';
import { roomArgument } from '../prompts/chooseRoom.ts';
import { loadWithProgress } from '../prompts/loadWithProgress.ts';
import { pickOfAccount } from '../prompts/pickOfAccount.ts';
import type { Session } from '../session/session.ts';
import type { RoomTreeNode } from '../tree/treeNodes.ts';

type Retry = () => Thenable<unknown>;

interface CompareDependencies extends PanelDependencies {
  readonly saved: SavedRoomEditor;
}

/**
 * `compareRooms` compares two rooms, or two participants of a room. It takes one node of the tree, or none;
 * the user picks the missing sides from lists, which include the saved rooms that are open.
 */
export function compareCommands(deps: CompareDependencies, panels: RoomPanels, session: Session) {
  return {
    [commands.compareRooms]: async (argument?: RoomTreeNode) => {
      const node = roomArgument(argument) === undefined ? undefined : argument;
      const retry = () => vscodeCommands.executeCommand(commands.compareRooms, argument);
      await session.show();
      const owner = deps.activeAccount()?.id;
      const isSame = () => deps.activeAccount()?.id === owner;
      const sides = await chooseSides(deps, panels, node, retry);
      if (!sides || !isSame()) return false; // The chosen rooms belong to another account.
      if (!(await loadParticipantsOf(deps, sides, retry)) || !isSame()) return false;
      const { ComparePanel } = await import('../panels/comparePanel.ts');
      new ComparePanel(deps, ...sides);
      return true;
    },
  };
}

async function chooseSides(
  deps: CompareDependencies,
  panels: RoomPanels,
  node: RoomTreeNode | undefined,
  retry: Retry,
): Promise<readonly [Compared, Compared] | undefined> {
  const { store, saved } = deps;
  if (node?.kind === 'participant') {
    const room = store.room(node.room.key);
    const loaded = room && (await loadWithProgress(deps, room, retry));
    const other = loaded && (await chooseParticipant(deps, room, loaded.participants, node.participant));
    return (
      room &&
      other && [
        { room, participant: node.participant },
        { room, participant: other },
      ]
    );
  }
  const key = node?.kind === 'room' ? node.key : panels.activeKey;
  const implied = node === undefined && saved.active ? sideOf(saved.active) : undefined;
  const known = key === undefined ? undefined : store.room(key);
  const first =
    implied ?? (known ? { room: known } : undefined) ?? (await chooseRoom(deps, t('The first room')));
  if (!first) return undefined;
  const second = await chooseRoom(deps, t('Compare “{0}” with…', roomTitle(first.room)), first);
  return second && [first, second];
}

/**
 * Loads all participants of both rooms, and waits for a load that is running: half of the participants would be
 * another call. Resolves to whether all are there; a failure was shown then.
 */
async function loadParticipantsOf(
  deps: PanelDependencies,
  sides: readonly Compared[],
  retry: Retry,
): Promise<boolean> {
  for (const room of new Set(sides.flatMap(({ room, file }) => (room.sid && !file ? [room] : [])))) {
    if (!(await loadWithProgress(deps, room, retry))) return false;
  }
  return true;
}

function sideOf(file: SavedRoomDocument): Compared | undefined {
  const room = file.store.room(file.key);
  return room && { room, file };
}

async function chooseRoom(
  { store, saved, formatSettings }: CompareDependencies,
  placeHolder: string,
  except?: Compared,
): Promise<Compared | undefined> {
  const { format } = formatSettings;
  const files = saved.all.flatMap((file) => sideOf(file) ?? []);
  const listed = newestFirst([...store.listedRooms()]).map((room): Compared => ({ room }));
  const items = [...files, ...listed]
    .filter(({ room, file }) => room !== except?.room || file !== except.file)
    .map((side) => {
      const savedAt = side.file?.saved?.savedAt;
      const line = roomLine(side.room, format);
      const description = savedAt === undefined ? line : t('saved {0}', format.fullTime(savedAt));
      const title = roomTitle(side.room);
      return { side, label: escapeIcons(withoutIsolates(title)), description: afterName(title, description) };
    });
  return (await pick(store, items, placeHolder))?.side;
}

async function chooseParticipant(
  { store, formatSettings }: PanelDependencies,
  room: Room,
  participants: readonly Participant[],
  except: Participant,
): Promise<Participant | undefined> {
  const labelOf = participantLabels(participants);
  const items = byJoinTime(participants)
    .filter(({ key }) => key !== except.key)
    .map((participant) => {
      const label = labelOf(participant);
      const full = fullName(participant, label);
      return {
        participant,
        label: escapeIcons(label),
        description: afterName(label, participantLine(participant, room, formatSettings.format)),
        ...(full !== undefined && { detail: escapeIcons(full) }),
      };
    });
  return (await pick(store, items, t('Compare “{0}” with…', isolate(labelOf(except)))))?.participant;
}

async function pick<Item extends QuickPickItem>(
  store: RoomStore,
  items: readonly Item[],
  placeHolder: string,
): Promise<Item | undefined> {
  const title = t('Compare Rooms');
  // The user may look at the first room while choosing the second, and a page that opens takes the focus too.
  const options = { title, placeHolder, matchOnDescription: true, ignoreFocusOut: true };
  return pickOfAccount(store, items, options);
}
