import type { Room } from '../insights/room.ts';
import type { Severity } from '../protocol.ts';
import { analyseCall } from './call/callAnalysis.ts';
import { findingsOf } from './call/findings.ts';
import type { Format } from './format.ts';
import type { RoomStore } from './store.ts';
import type { Participation } from './storeState.ts';

/** What the tree says of rooms whose participants are known: the gravest finding of each, worked out once. */
export class Troubles {
  readonly #store: RoomStore;
  readonly #worst = new WeakMap<
    Participation,
    { readonly room: Room; readonly severity: Severity | undefined }
  >();

  constructor(store: RoomStore) {
    this.#store = store;
  }

  /** The gravest finding of a room; undefined where there is none, and where the participants are not known. */
  worstIn(key: string, format: Format): Severity | undefined {
    const room = this.#store.room(key);
    const participation = this.#store.participation(key);
    if (!room || participation?.state !== 'complete') return undefined;
    const known = this.#worst.get(participation);
    if (known?.room === room) return known.severity;
    const call = analyseCall(room, participation.participants, format.now());
    const severity = findingsOf(call, format)[0]?.severity; // They come worst first.
    this.#worst.set(participation, { room, severity });
    return severity;
  }

  /** How many listed rooms of a status (normalised; empty for none) have more than a note. */
  countIn(status: string, format: Format): number {
    const keys = [...this.#store.lookedAt()];
    return keys.filter((key) => {
      if ((this.#store.room(key)?.status ?? '') !== status) return false;
      const worst = this.worstIn(key, format);
      return worst === 'error' || worst === 'warning';
    }).length;
  }
}
