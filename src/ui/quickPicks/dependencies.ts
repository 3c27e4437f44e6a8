import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';

/** Dependencies of the QuickPicks that find rooms. */
export interface SearchDependencies {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: ListOptions;
  readonly formatSettings: FormatSettings;
  /** Lists the rooms, unless they are listed already. */
  readonly list: () => Promise<void>;
}
