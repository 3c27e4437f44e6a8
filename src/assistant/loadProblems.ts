import type { RoomSid } from '../insights/core/sid.ts';
import type { Room } from '../insights/resources/room.ts';
import type { RoomChange } from '../rooms/model/storeState.ts';
import type { RoomStore } from '../rooms/store/roomStore.ts';
import type { CallCache } from '../rooms/visible/callCache.ts';
import type { ListAnswerInput } from './listAnswer.ts';

/** Rooms that are loaded concurrently: few, so that the account's other users get their turn. */
const maxConcurrent = 4;

/** The problem of a room's call, see `ListAnswerInput.problemOf`. */
export function problemOf(calls: CallCache): ListAnswerInput['problemOf'] {
  return (room) => {
    const call = calls.digest(room);
    return call && (call.severity ?? 'none');
  };
}

/**
 * Loads the participants of the first `max` rooms whose participants are not known. A room that cannot be
 * loaded stays unknown, as do the remaining rooms if the account is switched meanwhile.
 * @throws the signal's reason
 */
export async function loadProblems(
  store: RoomStore,
  rooms: readonly Room[],
  max: number,
  signal: AbortSignal,
): Promise<void> {
  const unknown = rooms.flatMap(({ sid, key }) => {
    const participants = store.participantsState(key);
    const known = participants?.state === 'complete' && !participants.stale;
    return sid && !known ? [sid] : [];
  });
  const waiting: IterableIterator<RoomSid> = unknown.slice(0, max).values();
  let switched = false;
  const onChange = ({ kind }: RoomChange) => {
    switched ||= kind === 'account';
  };
  const lane = async () => {
    // The lanes share one iterator: each room is loaded by one of them.
    for (const sid of waiting) {
      signal.throwIfAborted();
      if (switched) return;
      await store.loadParticipants(sid, signal, { inBulk: true });
    }
  };
  store.events.on('change', onChange);
  await Promise.all(Array.from({ length: maxConcurrent }, lane)).finally(() =>
    store.events.off('change', onChange),
  );
}
