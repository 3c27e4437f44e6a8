import { minute } from '../../async/durations.ts';

/**
 * A room that neither of Twilio's APIs knows for this long has ended, or was deleted; milliseconds. One answer
 * is not enough: an API may not know a room for a moment, as after it was created.
 */
export const missingAfterMs = 5 * minute;

/** Failures of requests for a room of which both APIs replied that they do not know it. */
const ofBoth = new WeakSet<Error>();

/** Notes that not only the Insights API, whose failure it is, but the Video API too replied that there is no such room. */
export function noteUnknownToBoth(error: Error): void {
  ofBoth.add(error);
}

/** Whether both APIs replied that there is no such room: without the Video API, a room may well be in progress. */
export function isUnknownToBoth(error: unknown): boolean {
  return error instanceof Error && ofBoth.has(error);
}

/** Rooms for which both APIs replied that there is no such room. */
export class MissingRooms<Key extends string = string> {
  /** When each room was first missed, in milliseconds since 1970. */
  readonly #since = new Map<Key, number>();

  /** Records that a room was missed; true if it has been missing for `missingAfterMs`. */
  missed(key: Key, now: number): boolean {
    const since = this.#since.get(key) ?? now;
    this.#since.set(key, since);
    return now - since >= missingAfterMs;
  }

  found(key: Key): void {
    this.#since.delete(key);
  }

  /** Whether a room was missed too recently for another request to decide. */
  waits(key: Key, now: number): boolean {
    const since = this.#since.get(key);
    return since !== undefined && now - since < missingAfterMs;
  }
}
