import type { ShownRooms } from '../rooms/shownRooms.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { ListChoices } from './listChoices.ts';
import type { Presentation } from './presentation.ts';

/** What finding a room works with. */
export interface FindTools {
  readonly store: RoomStore;
  readonly shown: ShownRooms;
  readonly choices: ListChoices;
  readonly presentation: Presentation;
  /** Has the rooms listed, if they are not yet. */
  readonly list: () => Promise<void>;
}
