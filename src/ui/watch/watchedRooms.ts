import { t } from '@vscode/l10n';
import { commands, type Disposable, EventEmitter, type Memento, window } from 'vscode';
import type { Account } from '../../accounts/account.ts';
import { minute } from '../../async/durations.ts';
import { Poller } from '../../async/poller.ts';
import { contexts, commands as ids } from '../../ids.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { Watchlist } from '../../rooms/store/watchlist.ts';
import type { CallCache } from '../../rooms/visible/callCache.ts';
import { escapeLinks } from '../../text/escape.ts';
import { roomTitle } from '../../text/roomText.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import { refreshInterval } from '../settings/refreshInterval.ts';
import { loadWatchState, saveWatchState, type WatchState } from './watchState.ts';

/**
 * Milliseconds, used if the setting turns the refresh off: the user has asked for watched rooms explicitly.
 */
const fallbackIntervalMs = minute;

export interface Dependencies {
  readonly store: RoomStore;
  readonly loadCalls: () => Promise<CallCache>;
  readonly formatSettings: FormatSettings;
  /** Stores the watched rooms, so that they are watched again after a reload of the window. */
  readonly state: Memento;
  /** The account that the rooms in the store belong to. */
  readonly activeAccount: () => Account | undefined;
}

/**
 * Watches rooms in progress until they have ended and are summarised, then announces each once, with a
 * summary of the call. Polls by itself at half the rate of the view, whether or not anything is visible.
 * Continues after a reload of the window; stops when the account is switched.
 */
export class WatchedRooms implements Disposable {
  readonly #store: RoomStore;
  readonly #loadCalls: () => Promise<CallCache>;
  readonly #state: Memento;
  readonly #activeAccount: () => Account | undefined;
  readonly #list: Watchlist;
  readonly #poller: Poller;
  readonly #changed = new EventEmitter<string>();
  /** Fires with the key of a room when watching it starts or stops. */
  readonly onDidChange = this.#changed.event;
  readonly #onChange = (change: RoomChange) => this.#follow(change);
  #watching = false;
  /** The rooms watched before the reload, until an account is signed in. */
  #saved: WatchState | undefined;

  constructor({ store, loadCalls, formatSettings, state, activeAccount }: Dependencies) {
    this.#store = store;
    this.#loadCalls = loadCalls;
    this.#state = state;
    this.#activeAccount = activeAccount;
    this.#saved = loadWatchState(state, Date.now());
    this.#list = new Watchlist(store, () => formatSettings.format);
    this.#poller = new Poller({
      run: async () => {
        const replied = await this.#list.poll();
        this.#takeOver();
        return replied;
      },
      interval: () =>
        this.#list.keys.length > 0 ? 2 * (refreshInterval() ?? fallbackIntervalMs / 2) : undefined,
    });
    store.events.on('change', this.#onChange);
  }

  get keys(): readonly RoomSid[] {
    return this.#list.keys;
  }

  has(key: string): boolean {
    return this.#list.has(key);
  }

  watch({ key }: Room): void {
    if (isRoomSid(key) && !this.has(key)) this.#add(key);
  }

  stop(key: string): void {
    if (!this.#list.remove(key)) return;
    this.#poller.update();
    this.#onListChanged(key);
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
    this.#poller.dispose();
    this.#changed.dispose();
  }

  #add(key: RoomSid): void {
    this.#list.add(key);
    this.#poller.restart();
    this.#onListChanged(key);
  }

  #follow(change: RoomChange): void {
    if (change.kind === 'account') this.#followAccount();
    if (this.#list.keys.length === 0 || change.kind === 'participants') return;
    this.#takeOver();
    this.#poller.update();
  }

  /** Announces the rooms that are over. */
  #takeOver(): void {
    for (const room of this.#list.takeFinished()) {
      this.#onListChanged(room.key);
      void (room.missing ? this.#announceMissing(room.key, roomTitle(room)) : this.#announce(room));
    }
    for (const sid of this.#list.takeLost()) {
      this.#onListChanged(sid);
      void this.#announceMissing(sid, sid);
    }
  }

  #followAccount(): void {
    for (const key of this.keys) this.stop(key);
    const account = this.#activeAccount()?.id;
    const before = this.#saved;
    if (account === undefined || !before) return;
    this.#saved = undefined;
    if (before.account === account) for (const sid of before.rooms) this.#add(sid);
    else this.#saveState();
  }

  #saveState(): void {
    const account = this.#activeAccount()?.id;
    saveWatchState(
      this.#state,
      account === undefined ? undefined : { account, rooms: this.keys },
      Date.now(),
    );
  }

  #onListChanged(key: string): void {
    this.#changed.fire(key);
    this.#saveState();
    const watching = this.#list.keys.length > 0;
    if (watching === this.#watching) return;
    this.#watching = watching;
    void commands.executeCommand('setContext', contexts.watching, watching);
  }

  async #announce({ key, sid }: Room): Promise<void> {
    if (!sid) return;
    await this.#store.loadParticipants(sid);
    const room = this.#store.room(key);
    if (!room) return; // The account was switched.
    const summary = (await this.#loadCalls()).summaryOf(key);
    const ended = t('“{0}” has ended.', roomTitle(room));
    const open = t('Open');
    const message = escapeLinks(summary ? `${ended} ${summary}` : ended);
    const answer = await window.showInformationMessage(message, open);
    // The user may answer late: another account's room must not be requested.
    if (answer === open && this.#store.room(key)) await commands.executeCommand(ids.openRoom, key);
  }

  /** Nothing tells when the room ended, or how. */
  async #announceMissing(key: string, title: string): Promise<void> {
    const open = t('Open');
    const message = escapeLinks(
      t(
        '“{0}” is not watched any more: neither of Twilio’s APIs knows it now. It has ended, or was deleted.',
        title,
      ),
    );
    const actions = this.#store.room(key) ? [open] : [];
    const answer = await window.showWarningMessage(message, ...actions);
    if (answer === open && this.#store.room(key)) await commands.executeCommand(ids.openRoom, key);
  }
}
