/** The input of a plan: the state before the Insights API is requested. Rooms are given by their keys. */
export interface RefreshInput {
  /** Rooms known to be in progress. */
  readonly live: readonly string[];
  /** Of these, rooms that the Video API does not list any more: they have probably ended. */
  readonly ended: readonly string[];
  /** Rooms that are visible: expanded in the tree, or open in a panel. */
  readonly visible: ReadonlySet<string>;
  /** Rooms that Insights does not know yet, only the Video API. */
  readonly unknown: ReadonlySet<string>;
  /** When each room was last requested, in milliseconds since 1970. */
  readonly requestedAt: ReadonlyMap<string, number>;
}

/** Maximum of rooms, and of participant lists, per poll: as many as are in flight together by default. */
export const maxFetches = 8;

/** The requests of a poll, besides the list of rooms in progress. */
export interface RefreshPlan {
  /** Rooms to fetch, with the participants of those that are visible. */
  readonly rooms: readonly string[];
  /** Rooms that the list describes completely: only their participants are loaded. */
  readonly participantsOnly: readonly string[];
}

/**
 * Plans a poll: rooms that have ended are fetched first, then visible ones, then as many of the others as
 * fit, because their number of participants may have changed; within each kind, the longest waiting first.
 * However many rooms are live or visible, a poll stays small.
 */
export function planRefresh(
  { live, ended, visible, unknown, requestedAt }: RefreshInput,
  max = maxFetches,
): RefreshPlan {
  const over = new Set(ended);
  const known = live.filter((key) => !over.has(key) && !unknown.has(key));
  const lastRequested = (key: string) => requestedAt.get(key) ?? 0;
  const longestWaiting = (keys: string[]) =>
    keys.sort((one, other) => lastRequested(one) - lastRequested(other));
  return {
    rooms: [
      ...longestWaiting([...over]),
      ...longestWaiting(known.filter((key) => visible.has(key))),
      ...longestWaiting(known.filter((key) => !visible.has(key))),
    ].slice(0, max),
    participantsOnly: longestWaiting(
      live.filter((key) => unknown.has(key) && visible.has(key) && !over.has(key)),
    ).slice(0, max),
  };
}
