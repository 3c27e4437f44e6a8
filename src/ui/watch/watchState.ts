import type { Memento } from 'vscode';
import { hour } from '../../async/durations.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';

const stateKey = 'watched';

/** No room of Twilio's lasts longer than a day, and its summary comes within an hour. Milliseconds. */
const maxWatchMs = 25 * hour;

/** The rooms that are watched, as it stands in the editor's state for the time after a reload. */
export interface WatchState {
  /** Id of the account whose rooms they are. */
  readonly account: string;
  readonly rooms: readonly RoomSid[];
}

export function saveWatchState(state: Memento, watch: WatchState | undefined, now: number): void {
  const kept = watch && watch.rooms.length > 0 ? { ...watch, since: now } : undefined;
  void state.update(stateKey, kept);
}

/** Undefined for what is nothing of ours, or too old for any of the rooms to be in progress. */
export function loadWatchState(state: Memento, now: number): WatchState | undefined {
  const kept = state.get<unknown>(stateKey);
  if (typeof kept !== 'object' || kept === null) return undefined;
  if (!('account' in kept && 'rooms' in kept && 'since' in kept)) return undefined;
  const { account, rooms, since } = kept;
  if (typeof account !== 'string' || !Array.isArray(rooms) || typeof since !== 'number') return undefined;
  return now - since < maxWatchMs ? { account, rooms: rooms.filter(isRoomSid) } : undefined;
}
