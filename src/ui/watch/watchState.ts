import type { Memento } from 'vscode';
import { hour } from '../../async/durations.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';

const stateKey = 'watched';

/** In milliseconds: a Twilio room lasts at most a day, and its summary comes within an hour. */
const maxWatchMs = 25 * hour;

/** The watched rooms, persisted in VS Code's state, so that they are watched again after a reload. */
export interface WatchState {
  /** Id of the account that the rooms belong to. */
  readonly account: string;
  readonly rooms: readonly RoomSid[];
}

/** Saves the watched rooms with the time `now`; deletes the state if there are none. */
export function saveWatchState(state: Memento, watch: WatchState | undefined, now: number): void {
  const stored = watch && watch.rooms.length > 0 ? { ...watch, since: now } : undefined;
  void state.update(stateKey, stored);
}

/**
 * Loads the watched rooms; undefined if the state is invalid, or too old for a room to be still in progress.
 */
export function loadWatchState(state: Memento, now: number): WatchState | undefined {
  const stored = state.get<unknown>(stateKey);
  if (typeof stored !== 'object' || stored === null) return undefined;
  if (!('account' in stored && 'rooms' in stored && 'since' in stored)) return undefined;
  const { account, rooms, since } = stored;
  if (typeof account !== 'string' || !Array.isArray(rooms) || typeof since !== 'number') return undefined;
  return now - since < maxWatchMs ? { account, rooms: rooms.filter(isRoomSid) } : undefined;
}
