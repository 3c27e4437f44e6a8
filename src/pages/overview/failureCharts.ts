import { t } from '@vscode/l10n';
import type { BarChartView, ChartSectionView } from '../../protocol/overview.ts';
import { type FailedFacet, failedFacets, type Rated } from '../../rooms/filter/callTally.ts';
import { facetValueLabel } from '../../rooms/filter/filterText.ts';
import { rateOf, significantRatio } from '../../rooms/overview/significance.ts';
import { accessibleLabel, type ChartContext, foremost, restOf } from './chartContext.ts';
import { ratioText } from './units.ts';

/** Participants who dropped, by SDK, browser, platform, edge and region. */
export function failureSection(context: ChartContext): ChartSectionView {
  const { counts } = context;
  const drops = t(
    'A participant dropped if they left with an error, could not join, were replaced by another connection of the same identity, or reached the time limit.',
  );
  return {
    id: 'whom',
    title: t('For whom'),
    note:
      counts.known > 0
        ? drops
        : t('Known when participants are loaded: drops by SDK, browser, platform, edge and region.'),
    charts: counts.known > 0 ? failedFacets.map((facet) => failureChart(context, facet)) : [],
  };
}

function failureChart(context: ChartContext, facet: FailedFacet): BarChartView {
  const { counts, format } = context;
  const reported = [...counts.by[facet]].filter(([value]) => value !== '');
  const total = sumOf(reported.map(([, rated]) => rated));
  const failed = reported
    .filter(([, { dropped }]) => dropped > 0)
    .sort(([, one], [, other]) => other.dropped - one.dropped || rateOf(other) - rateOf(one));
  const max = Math.max(1, ...failed.map(([, { dropped }]) => dropped));
  const { first, others } = foremost(failed);
  const withoutDrops = reported.length - failed.length;
  return {
    id: facet,
    title: failureTitle(facet),
    note: t('Participants who dropped, and their share of all participants with this value.'),
    bars: first.map(([value, rated]) => {
      const { all, dropped } = rated;
      const times = significantRatio(rated, total);
      const texts = {
        label: facetValueLabel(facet, value),
        ...(times !== undefined && { mark: ratioText(times, format) }),
        value: t('{0} of {1}', format.number(dropped), format.number(all)),
        aside: context.rate(dropped, all),
      };
      return {
        ...context.addBar({ facet, value }),
        ...texts,
        length: dropped / max,
        tone: 'bad',
        accessibleLabel: accessibleLabel(texts, (share) => t('{0} dropped', share)),
      };
    }),
    ...restOf([
      reported.length > 0 && failed.length === 0 && t('No participant dropped.'),
      others.length > 0 && t('And {0} others with fewer drops.', format.number(others.length)),
      failed.length > 0 && withoutDrops > 0 && t('Others without drops: {0}.', format.number(withoutDrops)),
      unreported(context, counts.by[facet].get('')),
    ]),
  };
}

function unreported({ format }: ChartContext, rated: Rated | undefined): string | undefined {
  if (!rated) return undefined;
  return t(
    'Not reported: {0}, of whom {1} dropped.',
    format.participants(rated.all),
    format.number(rated.dropped),
  );
}

/** Adds up participants and drops. */
export function sumOf(rated: readonly Rated[]): Rated {
  return {
    all: rated.reduce((sum, { all }) => sum + all, 0),
    dropped: rated.reduce((sum, { dropped }) => sum + dropped, 0),
  };
}

/** The title of a facet's chart. */
export function failureTitle(facet: FailedFacet): string {
  switch (facet) {
    case 'failedSdk':
      return t('SDK version');
    case 'failedBrowser':
      return t('Browser');
    case 'failedPlatform':
      return t('Platform');
    case 'failedEdge':
      return t('Edge location');
    case 'failedRegion':
      return t('Media region');
  }
}
