import { isFailure } from '../../calls/analysis/outcomeCounts.ts';
import type { Severity } from '../../calls/findings/common/severity.ts';
import { Call } from '../../calls/summary/call.ts';
import { stayLines } from '../../calls/summary/stayText.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { fullName } from '../../text/names/participantLabels.ts';
import { callFacetsOf } from '../filter/callFacets.ts';
import { type CallTally, tallyCall } from '../filter/callTally.ts';
import type { CallFacetValues } from '../filter/roomFilter.ts';
import { isKnown, type ParticipantsState } from '../model/storeState.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** Calls whose whole analysis is cached: the visible ones. One can hold a thousand stays. */
const maxCalls = 16;

/**
 * A call in progress is analyzed again after this time, because its stays have become longer; milliseconds.
 */
const liveTtlMs = 1000;

/**
 * The result of an analysis for filters, charts and the order of rooms. Small: it is cached for every room.
 */
export interface CallDigest {
  readonly room: Room;
  readonly severity: Severity | undefined;
  /** See `Call.problemCode`. */
  readonly problemCode: number | undefined;
  readonly facets: CallFacetValues;
  readonly tally: CallTally;
}

/**
 * Caches the calls whose participants are known, each analyzed once until its room or its participants
 * change. The page, details, hover, tree, watch and assistant read them here.
 */
export class CallCache {
  readonly #store: Pick<RoomStore, 'room' | 'participantsState'>;
  readonly #format: () => Format;
  /** By the key of the room; the least recently used first. */
  readonly #calls = new Map<string, Call>();
  readonly #digests = new WeakMap<ParticipantsState, CallDigest>();

  constructor(store: Pick<RoomStore, 'room' | 'participantsState'>, format: () => Format) {
    this.#store = store;
    this.#format = format;
  }

  /** The call of a room; undefined if the room or its participants are not known. */
  get(key: string): Call | undefined {
    const room = this.#store.room(key);
    const state = this.#store.participantsState(key);
    if (!room || !isKnown(state)) return undefined;
    const call = this.#cached(room, state) ?? new Call(room, state.participants, this.#format());
    this.#calls.delete(key);
    this.#calls.set(key, call);
    const [oldest] = this.#calls.keys();
    if (oldest !== undefined && this.#calls.size > maxCalls) this.#calls.delete(oldest);
    return call;
  }

  /**
   * The digest of a room's call; the room need not be in the store. Undefined if its participants are not
   * known.
   */
  digest(room: Room): CallDigest | undefined {
    const state = this.#store.participantsState(room.key);
    if (!isKnown(state)) return undefined;
    const known = this.#digests.get(state);
    if (known?.room === room) return known;
    // Not added to the cached calls: an overview reads thousands of them.
    const call = this.#cached(room, state) ?? new Call(room, state.participants, this.#format());
    const { analysis, severity, problemCode } = call;
    const facets = callFacetsOf(analysis, severity);
    const digest = { room, severity, problemCode, facets, tally: tallyCall(analysis) };
    this.#digests.set(state, digest);
    return digest;
  }

  /** The severity of a room's worst finding; undefined if there is none or the participants are not known. */
  severityOf(key: string): Severity | undefined {
    return this.#digestOf(key)?.severity;
  }

  /** The worst finding of a room's call and its code; undefined if the participants are not known. */
  verdictOf(key: string): Pick<CallDigest, 'severity' | 'problemCode'> | undefined {
    return this.#digestOf(key);
  }

  /** The call's values of the participant facets; undefined if the participants are not known. */
  facetsOf(key: string): CallFacetValues | undefined {
    return this.#digestOf(key)?.facets;
  }

  /** The counts of the participants; undefined if they are not known. */
  tallyOf(key: string): CallTally | undefined {
    return this.#digestOf(key)?.tally;
  }

  /** A summary of the call in a few sentences; undefined if the participants are not known. */
  summaryOf(key: string): string | undefined {
    return this.get(key)?.summary;
  }

  /**
   * A participant's stay as lines of text, see `stayLines`, with the full identity where the name is only its
   * label; undefined if it is not known.
   */
  stayOf(key: string, participant: string): readonly string[] | undefined {
    const analysis = this.get(key)?.analysis;
    const stay = analysis?.stays.find((one) => one.key === participant);
    if (!stay) return undefined;
    const [name = '', ...lines] = stayLines(stay, this.#format().withDatesAfter(analysis?.range));
    const full = fullName(stay.participant, stay.name);
    return [name, ...(full === undefined ? [] : [full]), ...lines];
  }

  /**
   * `error` for a stay that ended, or did not begin, against the participant's will, `warning` for one with an error
   * that did not end it; undefined if the stay is not known.
   */
  severityOfStay(key: string, participant: string): Severity | 'none' | undefined {
    const stay = this.get(key)?.analysis.stays.find((one) => one.key === participant);
    if (!stay) return undefined;
    if (isFailure(stay)) return 'error';
    return stay.recovered ? 'warning' : 'none';
  }

  #cached(room: Room, { participants }: ParticipantsState): Call | undefined {
    const call = this.#calls.get(room.key);
    const format = this.#format();
    if (call?.room !== room || call.participants !== participants || !call.isWrittenAs(format))
      return undefined;
    return room.live && format.now() - call.analyzedAt >= liveTtlMs ? undefined : call;
  }

  #digestOf(key: string): CallDigest | undefined {
    const room = this.#store.room(key);
    return room && this.digest(room);
  }
}
