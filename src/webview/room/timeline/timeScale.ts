/** A stretch of time, in milliseconds since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where times lie on the screen: `span` fills `width` pixels but for a margin on both sides. */
export interface Scale {
  readonly span: Span;
  readonly width: number;
}

/** Room in pixels for what stands at the very beginning or end. */
export const marginPx = 8;
/** The closest that one can zoom in, in milliseconds: the API's times tell no more. */
export const minSpanMs = 2000;

/** The span that a timeline covers; never of no length. */
export function wholeOf({ start, end }: Span): Span {
  return { start, end: Math.max(end, start + minSpanMs) };
}

export function toX(time: number, { span, width }: Scale): number {
  return marginPx + ((time - span.start) / (span.end - span.start)) * inner(width);
}

export function toTime(x: number, { span, width }: Scale): number {
  return span.start + ((x - marginPx) / inner(width)) * (span.end - span.start);
}

/** `span` made `factor` times as long, with the time `at` staying where it is on the screen. */
export function zoomed(span: Span, whole: Span, factor: number, at: number): Span {
  const length = span.end - span.start;
  const longest = whole.end - whole.start;
  const wanted = Math.min(Math.max(length * factor, Math.min(minSpanMs, longest)), longest);
  const start = at - (at - span.start) * (wanted / length);
  return inside({ start, end: start + wanted }, whole);
}

/** `span` moved by some milliseconds, as far as there is something to see. */
export function moved(span: Span, whole: Span, by: number): Span {
  return inside({ start: span.start + by, end: span.end + by }, whole);
}

/** `span` moved no further than it takes to see `part`, or the beginning of a part that is longer. */
export function revealing(span: Span, whole: Span, part: Span): Span {
  const length = span.end - span.start;
  const margin = length / 20;
  if (part.start < span.start || part.end - part.start > length - 2 * margin) {
    const seen = part.start >= span.start && part.start <= span.end - margin;
    return seen ? span : inside({ start: part.start - margin, end: part.start - margin + length }, whole);
  }
  if (part.end <= span.end) return span;
  return inside({ start: part.end + margin - length, end: part.end + margin }, whole);
}

/** `span`, no longer than `whole` and moved into it. */
export function inside(span: Span, whole: Span): Span {
  const length = span.end - span.start;
  if (length >= whole.end - whole.start) return whole;
  const start = Math.min(Math.max(span.start, whole.start), whole.end - length);
  return { start, end: start + length };
}

function inner(width: number): number {
  return Math.max(1, width - 2 * marginPx);
}
