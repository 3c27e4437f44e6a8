import type { BarView } from '../../protocol/overview.ts';
import type { RoomFilter } from '../../rooms/filter/roomFilter.ts';
import { type Criterion, criterionId, isChosen } from '../../rooms/overview/criterion.ts';
import type { OverviewCounts } from '../../rooms/overview/overviewCounts.ts';
import { type Zone, zoneOf } from '../../rooms/window/calendar.ts';
import type { Format } from '../../text/format.ts';
import { joinList, joinSentences } from '../../text/joinText.ts';

/** One drawing of the overview: what it is drawn from, and which bar stands for what. */
export class ChartContext {
  readonly counts: OverviewCounts;
  readonly filter: RoomFilter;
  readonly format: Format;
  readonly zone: Zone;
  /** What each bar stands for, by its id. */
  readonly criteria = new Map<string, Criterion>();
  readonly #rate: Intl.NumberFormat;

  constructor(counts: OverviewCounts, filter: RoomFilter, format: Format) {
    this.counts = counts;
    this.filter = filter;
    this.format = format;
    this.zone = zoneOf(format.times, format.locale);
    this.#rate = new Intl.NumberFormat(format.locale, { style: 'percent', maximumSignificantDigits: 2 });
  }

  /** What every bar has: its id, and whether it is part of the filter. */
  stand(criterion: Criterion): Pick<BarView, 'id' | 'chosen'> {
    const id = criterionId(criterion);
    this.criteria.set(id, criterion);
    return { id, chosen: isChosen(this.filter, criterion) };
  }

  /** A share in percent, to two digits: small ones are what matters. */
  rate(part: number, all: number): string {
    return this.#rate.format(all > 0 ? part / all : 0);
  }
}

/** As many bars as one reads in a chart. */
const maxBars = 12;

/** The first of many, and how many were left out. */
export function foremost<Item>(items: readonly Item[]): { first: readonly Item[]; others: readonly Item[] } {
  // One more is as short as a line that says that there is one more.
  const most = items.length === maxBars + 1 ? items.length : maxBars;
  return { first: items.slice(0, most), others: items.slice(most) };
}

/** What is said below a chart; nothing for none. */
export function restOf(parts: readonly (string | false | undefined)[]): { rest?: string } {
  const rest = joinSentences(parts.filter((part) => typeof part === 'string'));
  return rest ? { rest } : {};
}

/** A bar's texts as a screen reader says them, in the order in which they are seen. @param share says of what `aside` is a share */
export function spoken(
  { label, mark, value, aside }: Pick<BarView, 'label' | 'mark' | 'value' | 'aside'>,
  share: (aside: string) => string = (text) => text,
): string {
  const head = mark === undefined ? label : joinList([label, mark]);
  return `${head}: ${joinList([value, share(aside)])}`;
}
