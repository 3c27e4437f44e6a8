import type { Facet, Measure, Range, RoomFilter } from '../filter/roomFilter.ts';

/** The part of a filter that a bar stands for. */
export type Criterion =
  | { readonly facet: Facet; readonly value: string }
  | { readonly measure: Measure; readonly range: Range };

/** A stable id: the same each time the same bar is rendered. */
export function criterionId(criterion: Criterion): string {
  if ('facet' in criterion) return `${criterion.facet}=${criterion.value}`;
  const { from = '', below = '' } = criterion.range;
  return `${criterion.measure}=${from}-${below}`;
}

/** Whether the filter includes the bar's criterion. */
export function isChosen({ facets = {}, ranges = {} }: RoomFilter, criterion: Criterion): boolean {
  if ('facet' in criterion) return facets[criterion.facet]?.includes(criterion.value) ?? false;
  const range = ranges[criterion.measure];
  if (!range || (range.from === undefined && range.below === undefined)) return false;
  return lowest(range) <= lowest(criterion.range) && highest(range) >= highest(criterion.range);
}

/**
 * The filter after a press on a bar. The bar's criterion replaces that of the same facet or measure; a second
 * press removes it. `extend` keeps the previous choice: a facet's value is added to the others or removed
 * from them, a range is extended from its start to the bar.
 */
export function toggleCriterion(filter: RoomFilter, criterion: Criterion, extend: boolean): RoomFilter {
  if ('facet' in criterion) {
    const { facet, value } = criterion;
    const chosen = filter.facets?.[facet] ?? [];
    return withFacet(filter, facet, extend ? toggleValue(chosen, value) : only(chosen, value));
  }
  const { measure, range } = criterion;
  const chosen = filter.ranges?.[measure];
  if (extend && chosen) return withRange(filter, measure, extended(chosen, range));
  const same = chosen && lowest(chosen) === lowest(range) && highest(chosen) === highest(range);
  return withRange(filter, measure, same ? undefined : range);
}

function withFacet(filter: RoomFilter, facet: Facet, values: readonly string[]): RoomFilter {
  const { [facet]: _, ...others } = filter.facets ?? {};
  return tidy(filter, { facets: values.length > 0 ? { ...others, [facet]: values } : others });
}

function withRange(filter: RoomFilter, measure: Measure, range: Range | undefined): RoomFilter {
  const { [measure]: _, ...others } = filter.ranges ?? {};
  return tidy(filter, { ranges: range ? { ...others, [measure]: range } : others });
}

/** The filter with these parts replaced and empty parts removed. */
function tidy(filter: RoomFilter, parts: Pick<RoomFilter, 'facets' | 'ranges'>): RoomFilter {
  const { facets, ranges, ...others } = { ...filter, ...parts };
  return {
    ...(facets && Object.keys(facets).length > 0 && { facets }),
    ...(ranges && Object.keys(ranges).length > 0 && { ranges }),
    ...others,
  };
}

function only(chosen: readonly string[], value: string): readonly string[] {
  return chosen.length === 1 && chosen[0] === value ? [] : [value];
}

function toggleValue(chosen: readonly string[], value: string): readonly string[] {
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}

/** The range from the start of `chosen` to the end of `bar`; an earlier bar becomes the new start. */
function extended(chosen: Range, bar: Range): Range {
  return lowest(bar) >= lowest(chosen) ? between(chosen.from, bar.below) : between(bar.from, chosen.below);
}

function between(from: number | undefined, below: number | undefined): Range {
  return { ...(from !== undefined && { from }), ...(below !== undefined && { below }) };
}

function lowest({ from = Number.NEGATIVE_INFINITY }: Range): number {
  return from;
}

function highest({ below = Number.POSITIVE_INFINITY }: Range): number {
  return below;
}
