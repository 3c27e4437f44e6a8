import type { BarView } from '../../protocol/overview.ts';
import type { RoomFilter } from '../../rooms/filter/roomFilter.ts';
import { type Criterion, criterionId, isChosen } from '../../rooms/overview/criterion.ts';
import type { OverviewCounts } from '../../rooms/overview/overviewCounts.ts';
import type { Format } from '../../text/format.ts';
import { joinList, joinSentences } from '../../text/joinText.ts';

/** One rendering of the overview: its inputs, and the criterion of each bar. */
export class ChartContext {
  readonly counts: OverviewCounts;
  readonly filter: RoomFilter;
  readonly format: Format;
  /** The criterion of each bar, by its id. */
  readonly criteria = new Map<string, Criterion>();
  readonly #rate: Intl.NumberFormat;

  constructor(counts: OverviewCounts, filter: RoomFilter, format: Format) {
    this.counts = counts;
    this.filter = filter;
    this.format = format;
    this.#rate = new Intl.NumberFormat(format.locale, { style: 'percent', maximumSignificantDigits: 2 });
  }

  /** Registers a bar's criterion. @returns its id, and whether it is part of the filter */
  addBar(criterion: Criterion): Pick<BarView, 'id' | 'chosen'> {
    const id = criterionId(criterion);
    this.criteria.set(id, criterion);
    return { id, chosen: isChosen(this.filter, criterion) };
  }

  /** A share in percent, with two digits, because small shares matter. */
  rate(part: number, all: number): string {
    return this.#rate.format(all > 0 ? part / all : 0);
  }
}

/** More bars in a chart would not be read. */
const maxBars = 12;

/** The first items, and the others, which are left out. */
export function foremost<Item>(items: readonly Item[]): { first: readonly Item[]; others: readonly Item[] } {
  // One more bar is as short as a line that counts it.
  const limit = items.length === maxBars + 1 ? items.length : maxBars;
  return { first: items.slice(0, limit), others: items.slice(limit) };
}

/** The text below a chart; empty for none. */
export function restOf(parts: readonly (string | false | undefined)[]): { rest?: string } {
  const rest = joinSentences(parts.filter((part) => typeof part === 'string'));
  return rest ? { rest } : {};
}

/**
 * A bar's texts for screen readers, in the order of display.
 * @param share names the whole that `aside` is a share of
 */
export function accessibleLabel(
  { label, mark, value, aside }: Pick<BarView, 'label' | 'mark' | 'value' | 'aside'>,
  share: (aside: string) => string = (text) => text,
): string {
  const head = mark === undefined ? label : joinList([label, mark]);
  return `${head}: ${joinList([value, share(aside)])}`;
}
