/** What a round knows before it asks the Insights API. Rooms are named by their keys. */
export interface RefreshInput {
  /** Rooms in progress, as far as is known. */
  readonly live: readonly string[];
  /** Of these, the ones that the Video API does not list any more: they have probably ended. */
  readonly ended: readonly string[];
  /** Rooms that somebody has before their eyes: expanded in the tree, or open in a panel. */
  readonly shown: ReadonlySet<string>;
  /** Rooms of which Insights knows nothing yet: only the Video API tells of them. */
  readonly unknown: ReadonlySet<string>;
  /** When each room was asked for last, milliseconds since 1970. */
  readonly askedAt: ReadonlyMap<string, number>;
}

/** Rooms that are asked for one by one in a round, of each sort: as many requests as are in flight at the same time by default. */
export const maxFetches = 8;

/** What a round asks for, besides the list of rooms in progress. */
export interface RefreshPlan {
  /** Rooms to fetch, and the participants of those that are shown. */
  readonly rooms: readonly string[];
  /** Rooms of which the list says all there is, and only the participants are to be loaded. */
  readonly people: readonly string[];
}

/**
 * Plans a round. One by one are fetched rooms that have ended, those that are shown, and of the others, whose
 * number of participants may have changed, as many as there is room for; each kind in turn, who has
 * waited longest first. However many rooms are live or shown, a round stays small.
 */
export function planRefresh(
  { live, ended, shown, unknown, askedAt }: RefreshInput,
  most = maxFetches,
): RefreshPlan {
  const over = new Set(ended);
  const known = live.filter((key) => !over.has(key) && !unknown.has(key));
  const waiting = (key: string) => askedAt.get(key) ?? 0;
  const inTurn = (keys: string[]) => keys.sort((one, other) => waiting(one) - waiting(other));
  return {
    rooms: [
      ...inTurn([...over]),
      ...inTurn(known.filter((key) => shown.has(key))),
      ...inTurn(known.filter((key) => !shown.has(key))),
    ].slice(0, most),
    people: inTurn(live.filter((key) => unknown.has(key) && shown.has(key) && !over.has(key))).slice(0, most),
  };
}
