import { roomFacets } from './roomFacets.ts';
import { callFacets, type Facet, type Measure, measures, type Range, type RoomFilter } from './roomFilter.ts';

/** Reads a persisted filter; invalid parts are dropped, so that an older or damaged one does no harm. */
export function readFilter(stored: unknown): RoomFilter {
  if (!isObject(stored)) return {};
  const facets: { [facet in Facet]?: readonly string[] } = {};
  for (const facet of [...roomFacets, ...callFacets]) {
    const values = isObject(stored.facets) ? stored.facets[facet] : undefined;
    const texts = Array.isArray(values) ? values.filter(isText) : [];
    if (texts.length > 0) facets[facet] = texts;
  }
  const ranges: { [measure in Measure]?: Range } = {};
  for (const measure of measures) {
    const range = isObject(stored.ranges) ? readRange(stored.ranges[measure]) : undefined;
    if (range) ranges[measure] = range;
  }
  return {
    ...(Object.keys(facets).length > 0 && { facets }),
    ...(Object.keys(ranges).length > 0 && { ranges }),
    ...(isText(stored.text) && { text: stored.text }),
    ...(isText(stored.name) && { name: stored.name }),
  };
}

function readRange(stored: unknown): Range | undefined {
  if (!isObject(stored)) return undefined;
  const { from, below } = stored;
  if (!isLimit(from) && !isLimit(below)) return undefined;
  return { ...(isLimit(from) && { from }), ...(isLimit(below) && { below }) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 1000;
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
