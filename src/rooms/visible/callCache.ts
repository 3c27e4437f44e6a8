import { analyzeCall, type CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { findingsOf } from '../../calls/findings/findings.ts';
import type { Severity } from '../../calls/findings/severity.ts';
import { stayLines } from '../../calls/summary/stayText.ts';
import { summarizeCall } from '../../calls/summary/summarizeCall.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { callFacetsOf } from '../filter/callFacets.ts';
import { type CallTally, tallyCall } from '../filter/callTally.ts';
import type { CallFacetValues } from '../filter/roomFilter.ts';
import { isKnown, type ParticipantsState } from '../model/storeState.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** What a call comes to. */
export interface CachedCall {
  readonly room: Room;
  /** The gravest finding. */
  readonly worst: Severity | undefined;
  readonly facets: CallFacetValues;
  readonly tally: CallTally;
}

/** What the list says of calls whose participants are known; each is analysed once, until it changes. */
export class CallCache {
  readonly #store: RoomStore;
  readonly #format: () => Format;
  readonly #known = new WeakMap<ParticipantsState, CachedCall>();

  constructor(store: RoomStore, format: () => Format) {
    this.#store = store;
    this.#format = format;
  }

  /** The gravest finding of a room; undefined where there is none, and where the participants are not known. */
  severityOf(key: string): Severity | undefined {
    return this.#callOf(key)?.worst;
  }

  /** What the participants tell; undefined where they are not known. */
  facetsOf(key: string): CallFacetValues | undefined {
    return this.#callOf(key)?.facets;
  }

  /** The participants in numbers; undefined where they are not known. */
  tallyOf(key: string): CallTally | undefined {
    return this.#callOf(key)?.tally;
  }

  /** What happened in a room, in a few sentences; undefined where its participants are not known. */
  summaryOf(key: string): string | undefined {
    const analysis = this.#analyse(key);
    const format = this.#format();
    return analysis && summarizeCall(analysis, findingsOf(analysis, format), format);
  }

  /** A participant's stay in words, a line each, see `stayLines`; undefined where it is not known. */
  stayOf(key: string, participant: string): readonly string[] | undefined {
    const stay = this.#analyse(key)?.stays.find((one) => one.key === participant);
    return stay && stayLines(stay, this.#format());
  }

  #analyse(key: string): CallAnalysis | undefined {
    const room = this.#store.room(key);
    const participation = this.#store.participantsState(key);
    if (!room || !isKnown(participation)) return undefined;
    return analyzeCall(room, participation.participants, this.#format().now());
  }

  /** A room's call, also where the room is not in the store; undefined where the participants are not known. */
  of(room: Room): CachedCall | undefined {
    const participation = this.#store.participantsState(room.key);
    if (!isKnown(participation)) return undefined;
    const known = this.#known.get(participation);
    if (known?.room === room) return known;
    const format = this.#format();
    const analysis = analyzeCall(room, participation.participants, format.now());
    const worst = findingsOf(analysis, format)[0]?.severity; // They come worst first.
    const call = { room, worst, facets: callFacetsOf(analysis, worst), tally: tallyCall(analysis) };
    this.#known.set(participation, call);
    return call;
  }

  #callOf(key: string): CachedCall | undefined {
    const room = this.#store.room(key);
    return room && this.of(room);
  }
}
