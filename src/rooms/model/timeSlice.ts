/** Rooms created from `after` (inclusive) to `before` (exclusive), in milliseconds since 1970. */
export interface Slice {
  readonly after: number;
  readonly before: number;
}

/** A part of the window that could not be loaded, with its error. */
export interface Gap extends Slice {
  readonly error: unknown;
}

/** In milliseconds. */
export function lengthOf({ after, before }: Slice): number {
  return before - after;
}

/** Adds a gap to others; adjacent gaps are merged, with the error of the added one. Newest first. */
export function withGap(gaps: readonly Gap[], gap: Gap): Gap[] {
  const touching = gaps.filter((one) => one.after <= gap.before && one.before >= gap.after);
  const others = gaps.filter((one) => !touching.includes(one));
  const all = [gap, ...touching];
  const merged = {
    after: Math.min(...all.map(({ after }) => after)),
    before: Math.max(...all.map(({ before }) => before)),
    error: gap.error,
  };
  return [...others, merged].sort(newestFirst);
}

/** Compares two slices for `sort`. */
export function newestFirst(one: Slice, other: Slice): number {
  return other.before - one.before;
}

/** A slice without its older or its newer part. */
export function without(slice: Slice, part: Slice): Slice {
  return part.after === slice.after
    ? { after: part.before, before: slice.before }
    : { after: slice.after, before: part.after };
}
