import { t } from '@vscode/l10n';
import { commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { newestFirst } from '../../rooms/filter/sorting.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import { ParticipantSearch } from '../../rooms/search/participantSearch.ts';
import type { SearchDependencies } from './dependencies.ts';
import { ParticipantPicker, type PersonPick } from './participantPicker.ts';

/**
 * Looks for a participant in the rooms of the window: at once in what is
 * loaded, and on request in everything, with the number of requests stated.
 * Resolves to whether somebody was found and opened.
 */
export async function findParticipant(tools: SearchDependencies, typed: string): Promise<boolean> {
  const { store } = tools;
  const search = new ParticipantSearch(store, newestFirst([...store.listedRooms()]));
  const pick = window.createQuickPick<PersonPick>();
  const view = new ParticipantPicker(pick, search, tools);
  pick.title = t('Find Participant');
  pick.placeholder = t('A part of the identity, or of the participant’s SID');
  pick.value = typed;
  pick.ignoreFocusOut = true; // The search goes on while the person looks something up.
  // The people of an account are not shown, nor its rooms asked for, when another is active.
  const onChange = ({ kind }: RoomChange) => kind === 'account' && pick.hide();
  store.events.on('change', onChange);
  const chosen = await new Promise<PersonPick | undefined>((resolve) => {
    pick.onDidChangeValue(() => view.typed());
    pick.onDidTriggerButton(() => view.pressed());
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item?.search) void view.search();
      else if (item?.room) resolve(item);
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
    view.typed();
  });
  store.events.off('change', onChange);
  view.dispose();
  if (!chosen?.room) return false;
  const { room, participant } = chosen;
  const node = participant && {
    kind: 'participant',
    participant,
    room: { kind: 'room', key: room.key, group: { kind: 'group', status: room.status ?? '' } },
  };
  return vscodeCommands.executeCommand(commands.openRoom, node ?? room.key);
}
