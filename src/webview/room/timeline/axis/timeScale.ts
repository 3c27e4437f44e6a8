/** A span of time, in milliseconds since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Maps times to pixels: `span` fills `width` pixels, except for a margin on both sides. */
export interface Scale {
  readonly span: Span;
  readonly width: number;
}

/** Margin in pixels for bars at the very beginning or end. */
export const marginPx = 8;
/** Minimum span of the zoom, in milliseconds: the API's times are not more precise. */
export const minSpanMs = 2000;

/** The span that a timeline covers; at least `minSpanMs` long. */
export function wholeOf({ start, end }: Span): Span {
  return { start, end: Math.max(end, start + minSpanMs) };
}

/** The position of a time, in pixels from the left edge of the plot. */
export function toX(time: number, { span, width }: Scale): number {
  return marginPx + ((time - span.start) / (span.end - span.start)) * inner(width);
}

/** The time at a position, in pixels from the left edge of the plot. */
export function toTime(x: number, { span, width }: Scale): number {
  return span.start + ((x - marginPx) / inner(width)) * (span.end - span.start);
}

/** `span` scaled by `factor`; the time `at` stays at its position on the screen. */
export function zoomed(span: Span, whole: Span, factor: number, at: number): Span {
  const length = span.end - span.start;
  const maxLength = whole.end - whole.start;
  const wanted = Math.min(Math.max(length * factor, Math.min(minSpanMs, maxLength)), maxLength);
  const start = at - (at - span.start) * (wanted / length);
  return inside({ start, end: start + wanted }, whole);
}

/** `span` moved by some milliseconds, but not out of `whole`. */
export function moved(span: Span, whole: Span, by: number): Span {
  return inside({ start: span.start + by, end: span.end + by }, whole);
}

/** `span` moved only as far as needed to show `part`, or the beginning of a longer part. */
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

/** `span` moved into `whole`; returns `whole` if `span` is longer. */
export function inside(span: Span, whole: Span): Span {
  const length = span.end - span.start;
  if (length >= whole.end - whole.start) return whole;
  const start = Math.min(Math.max(span.start, whole.start), whole.end - length);
  return { start, end: start + length };
}

function inner(width: number): number {
  return Math.max(1, width - 2 * marginPx);
}
