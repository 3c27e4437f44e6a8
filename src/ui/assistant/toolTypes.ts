import type { ShownRooms } from '../../rooms/shownRooms.ts';
import type { RoomStore } from '../../rooms/store.ts';
import type { ListChoices } from '../listChoices.ts';
import type { Presentation } from '../presentation.ts';
import type { Session } from '../session.ts';

/** From what assistants are answered. */
export interface AssistantSources {
  readonly store: RoomStore;
  readonly shown: ShownRooms;
  readonly choices: ListChoices;
  readonly session: Session;
  readonly presentation: Presentation;
}
