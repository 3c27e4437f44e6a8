import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';

/** What finding a room works with. */
export interface SearchDependencies {
  readonly store: RoomStore;
  readonly shown: VisibleRooms;
  readonly choices: ListOptions;
  readonly presentation: FormatSettings;
  /** Has the rooms listed, if they are not yet. */
  readonly list: () => Promise<void>;
}
