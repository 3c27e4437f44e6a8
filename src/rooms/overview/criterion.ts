import type { Facet, Measure, Range, RoomFilter } from '../filter/roomFilter.ts';

/** What a bar stands for, as a part of a filter. */
export type Criterion =
  | { readonly facet: Facet; readonly value: string }
  | { readonly measure: Measure; readonly range: Range };

/** A name that is the same whenever the same bar is drawn. */
export function criterionId(criterion: Criterion): string {
  if ('facet' in criterion) return `${criterion.facet}=${criterion.value}`;
  const { from = '', below = '' } = criterion.range;
  return `${criterion.measure}=${from}-${below}`;
}

/** Whether the filter asks for what the bar stands for. */
export function isChosen({ facets = {}, ranges = {} }: RoomFilter, criterion: Criterion): boolean {
  if ('facet' in criterion) return facets[criterion.facet]?.includes(criterion.value) ?? false;
  const range = ranges[criterion.measure];
  if (!range || (range.from === undefined && range.below === undefined)) return false;
  return lowest(range) <= lowest(criterion.range) && highest(range) >= highest(criterion.range);
}

/**
 * The filter after a bar was pressed. The bar's criterion takes the place of
 * the same facet's or measure's; pressed again, it goes. `extend` keeps what
 * was chosen there: of a facet the bar's value comes to the others or leaves
 * them, a range goes on from its beginning to the bar.
 */
export function toggleCriterion(filter: RoomFilter, criterion: Criterion, extend: boolean): RoomFilter {
  if ('facet' in criterion) {
    const { facet, value } = criterion;
    const chosen = filter.facets?.[facet] ?? [];
    return withFacet(filter, facet, extend ? toggleValue(chosen, value) : only(chosen, value));
  }
  const { measure, range } = criterion;
  const chosen = filter.ranges?.[measure];
  if (extend && chosen) return withRange(filter, measure, reaching(chosen, range));
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

/** The filter with some of its parts replaced, and without those that are empty. */
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

/** The range from where `chosen` begins to the end of `bar`; a bar before it becomes the beginning. */
function reaching(chosen: Range, bar: Range): Range {
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
