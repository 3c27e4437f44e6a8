import { t } from '@vscode/l10n';
import { commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { newestFirst } from '../../rooms/filter/sorting.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import { ParticipantSearch } from '../../rooms/search/participantSearch.ts';
import type { SearchDependencies } from './dependencies.ts';
import { ParticipantPicker, type PersonPick } from './participantPicker.ts';

/**
 * Searches the rooms of the time window for a participant: the loaded ones at once, and on request all of
 * them, after showing the number of requests. Resolves to whether a participant's room was opened.
 */
export async function findParticipant(deps: SearchDependencies, typed: string): Promise<boolean> {
  const { store } = deps;
  const search = new ParticipantSearch(store, newestFirst([...store.listedRooms()]));
  const pick = window.createQuickPick<PersonPick>();
  const picker = new ParticipantPicker(pick, search, deps);
  pick.title = t('Find Participant');
  pick.placeholder = t('A part of the identity, or of the participant’s SID');
  pick.value = typed;
  pick.ignoreFocusOut = true; // The search goes on while the user works elsewhere.
  // After a switch, participants of the previous account must not be shown, nor its rooms requested.
  const onChange = ({ kind }: RoomChange) => kind === 'account' && pick.hide();
  store.events.on('change', onChange);
  const chosen = await new Promise<PersonPick | undefined>((resolve) => {
    pick.onDidChangeValue(() => picker.typed());
    pick.onDidTriggerButton(() => picker.pressed());
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item?.search) void picker.search();
      else if (item?.room || item?.widen) resolve(item);
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
    picker.typed();
  });
  store.events.off('change', onChange);
  const lastTyped = pick.value;
  picker.dispose();
  if (chosen?.widen) {
    const changed = await vscodeCommands.executeCommand<boolean>(commands.setWindow);
    return changed && vscodeCommands.executeCommand<boolean>(commands.findParticipant, lastTyped);
  }
  if (!chosen?.room) return false;
  const { room, participant } = chosen;
  const node = participant && {
    kind: 'participant',
    participant,
    room: { kind: 'room', key: room.key, group: { kind: 'group', status: room.status ?? '' } },
  };
  return vscodeCommands.executeCommand(commands.openRoom, node ?? room.key);
}
