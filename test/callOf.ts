import { Call } from '../src/calls/summary/call.ts';
import type { Room } from '../src/insights/resources/room.ts';
import { isKnown, type ParticipantsState } from '../src/rooms/model/storeState.ts';
import type { Format } from '../src/text/format.ts';

/** The call of a room, as the extension's cache makes it; undefined until all participants are known. */
export function callOf(
  room: Room | undefined,
  state: ParticipantsState | undefined,
  format: Format,
): Call | undefined {
  return room && isKnown(state) ? new Call(room, state.participants, format) : undefined;
}
