import { t } from '@vscode/l10n';
import type { Rated } from '../../calls/analysis/outcomeCounts.ts';
import type { BarChartView, ChartSectionView } from '../../protocol/overview.ts';
import { type FailedFacet, failedFacets } from '../../rooms/filter/callTally.ts';
import { facetValueLabel } from '../../rooms/filter/filterText.ts';
import { significantRatio, wilsonLowerBound } from '../../rooms/overview/significance.ts';
import { accessibleLabel, type ChartContext, foremost, restOf } from './chartContext.ts';
import { ratioText } from './units.ts';

/** Participants who failed, by SDK, browser, platform, edge and region. */
export function failureSection(context: ChartContext): ChartSectionView {
  const { counts } = context;
  const explanation = t(
    'A participant failed if they dropped, could not join, or were disconnected because of a duplicate identity or a session limit.',
  );
  return {
    id: 'whom',
    title: t('For whom'),
    note:
      counts.known > 0
        ? explanation
        : t('Known when participants are loaded: failures by SDK, browser, platform, edge and region.'),
    charts: counts.known > 0 ? failedFacets.map((facet) => failureChart(context, facet)) : [],
  };
}

function failureChart(context: ChartContext, facet: FailedFacet): BarChartView {
  const { counts, format } = context;
  const reported = [...counts.by[facet]].filter(([value]) => value !== '');
  const total = sumOf(reported.map(([, rated]) => rated));
  const withFailures = reported
    .filter(([, { failed }]) => failed > 0)
    .sort(
      ([, one], [, other]) =>
        wilsonLowerBound(other) - wilsonLowerBound(one) || other.failed - one.failed || other.all - one.all,
    );
  const max = Math.max(1, ...withFailures.map(([, { failed }]) => failed));
  const { first, others } = foremost(withFailures);
  const withoutFailures = reported.length - withFailures.length;
  return {
    id: facet,
    title: failureTitle(facet),
    note: t(
      'Participants who failed, and their share of all with this value; the highest share first, as far as it is certain.',
    ),
    bars: first.map(([value, rated]) => {
      const { all, failed } = rated;
      const times = significantRatio(rated, total);
      const texts = {
        label: facetValueLabel(facet, value),
        ...(times !== undefined && { mark: ratioText(times, format) }),
        value: t('{0} of {1}', format.number(failed), format.number(all)),
        aside: context.rate(failed, all),
      };
      return {
        ...context.addBar({ facet, value }),
        ...texts,
        length: failed / max,
        tone: 'bad',
        accessibleLabel: accessibleLabel(texts, (share) => t('{0} failed', share)),
      };
    }),
    ...restOf([
      reported.length > 0 && withFailures.length === 0 && t('No participant failed.'),
      others.length > 0 && t('And {0} others with failures.', format.number(others.length)),
      withFailures.length > 0 &&
        withoutFailures > 0 &&
        t('Others without failures: {0}.', format.number(withoutFailures)),
      unreported(context, counts.by[facet].get('')),
    ]),
  };
}

function unreported({ format }: ChartContext, rated: Rated | undefined): string | undefined {
  if (!rated) return undefined;
  return t(
    'Not reported: {0}, of whom {1} failed.',
    format.participants(rated.all),
    format.number(rated.failed),
  );
}

/** Adds up participants and failures. */
export function sumOf(rated: readonly Rated[]): Rated {
  return {
    all: rated.reduce((sum, { all }) => sum + all, 0),
    failed: rated.reduce((sum, { failed }) => sum + failed, 0),
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
