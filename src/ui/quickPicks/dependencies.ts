import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { Presentation } from '../settings/formatSettings.ts';
import type { ListChoices } from '../settings/listOptions.ts';

/** What finding a room works with. */
export interface SearchDependencies {
  readonly store: RoomStore;
  readonly shown: VisibleRooms;
  readonly choices: ListChoices;
  readonly presentation: Presentation;
  /** Has the rooms listed, if they are not yet. */
  readonly list: () => Promise<void>;
}
