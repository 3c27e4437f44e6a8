import type { RoomSid } from '../insights/core/sid.ts';
import type { Room } from '../insights/resources/room.ts';
import type { RoomChange } from '../rooms/model/storeState.ts';
import type { RoomStore } from '../rooms/store/roomStore.ts';
import type { CallCache } from '../rooms/visible/callCache.ts';
import type { ListAnswerInput } from './listAnswer.ts';

/** Rooms whose participants are loaded at the same time: a few, so that the account's other users get their turn. */
const maxConcurrent = 4;

/** What is known of a room's call, as `ListAnswerInput.problemOf` says it. */
export function problemOf(calls: CallCache): ListAnswerInput['problemOf'] {
  return (room) => {
    const call = calls.digest(room);
    return call && (call.severity ?? 'none');
  };
}

/**
 * Loads the participants of the first rooms that are not known, at most so many.
 * What cannot be loaded stays unknown, also what another account would have to
 * be asked for, which is active by then. @throws the signal's reason
 */
export async function loadProblems(
  store: RoomStore,
  rooms: readonly Room[],
  most: number,
  signal: AbortSignal,
): Promise<void> {
  const unknown = rooms.flatMap(({ sid, key }) => {
    const participation = store.participantsState(key);
    const known = participation?.state === 'complete' && !participation.stale;
    return sid && !known ? [sid] : [];
  });
  const waiting: IterableIterator<RoomSid> = unknown.slice(0, most).values();
  let switched = false;
  const onChange = ({ kind }: RoomChange) => {
    switched ||= kind === 'account';
  };
  const lane = async () => {
    // The lanes take from the same iterator: each room is loaded by one of them.
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
