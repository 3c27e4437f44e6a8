import type { Disposable, LogOutputChannel } from 'vscode';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';

/** Logs failures of the store, each once. */
export class FailureLog implements Disposable {
  readonly #store: RoomStore;
  readonly #log: LogOutputChannel;
  readonly #logError: (error: unknown) => void;
  /** The errors that were logged. */
  readonly #reported = new WeakSet<Error>();

  constructor(store: RoomStore, log: LogOutputChannel, logError: (error: unknown) => void) {
    this.#store = store;
    this.#log = log;
    this.#logError = logError;
    store.events.on('change', this.#onChange);
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
  }

  readonly #onChange = (change: RoomChange): void => {
    if (change.kind === 'live' && change.refused) {
      this.#logRefusal(change.error);
      return;
    }
    for (const error of this.#failuresOf(change)) {
      if (error instanceof Error && this.#reported.has(error)) continue;
      if (error instanceof Error) this.#reported.add(error);
      this.#logError(error);
    }
  };

  /** Not a failure: a key may have no access to the Video API, or the configured API address may lack it. */
  #logRefusal(error: unknown): void {
    const why = isInsightsError(error) ? error.message : '';
    this.#log.warn(`Rooms in progress come from Insights alone; the Video API does not tell of them: ${why}`);
  }

  #failuresOf(change: RoomChange): unknown[] {
    const { listing, gaps } = this.#store;
    switch (change.kind) {
      case 'list':
        return listing.state === 'failed' ? [listing.error] : gaps.map(({ error }) => error);
      case 'participants': {
        const participants = this.#store.participantsState(change.key);
        return participants?.state === 'failed' ? [participants.error] : [];
      }
      case 'live':
        return change.error === undefined ? [] : [change.error];
      case 'account':
      case 'room': // The caller reports it.
        return [];
      default:
        return change satisfies never;
    }
  }
}
