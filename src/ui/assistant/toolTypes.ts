import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { Session } from '../session/session.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';

/** Dependencies of the tools for assistants. */
export interface AssistantDependencies {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: ListOptions;
  readonly session: Session;
  readonly formatSettings: FormatSettings;
}
