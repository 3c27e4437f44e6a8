import type { Room } from '../insights/room.ts';
import type { Severity } from '../protocol.ts';
import { analyseCall } from './call/callAnalysis.ts';
import { findingsOf } from './call/findings.ts';
import type { Format } from './format.ts';
import type { Participation } from './storeState.ts';

/** What the tree says of rooms whose participants are known: the gravest finding of each, worked out once. */
export class Troubles {
  readonly #worst = new WeakMap<
    Participation,
    { readonly room: Room; readonly severity: Severity | undefined }
  >();

  /** The gravest finding; undefined where there is none, and where the participants are not known. */
  worstIn(room: Room, participation: Participation | undefined, format: Format): Severity | undefined {
    if (participation?.state !== 'complete') return undefined;
    const known = this.#worst.get(participation);
    if (known?.room === room) return known.severity;
    const call = analyseCall(room, participation.participants, format.now());
    const severity = findingsOf(call, format)[0]?.severity; // They come worst first.
    this.#worst.set(participation, { room, severity });
    return severity;
  }
}
