import { t } from '@vscode/l10n';
import type { Rated } from '../../calls/analysis/outcomeCounts.ts';
import { errorInText } from '../../calls/findings/common/nameText.ts';
import { failedFacets } from '../../rooms/filter/callTally.ts';
import { facetValueLabel } from '../../rooms/filter/filterText.ts';
import { significantRatio, wilsonLowerBound } from '../../rooms/overview/significance.ts';
import { spanOf } from '../../rooms/overview/timeBuckets.ts';
import type { ChartContext } from './chartContext.ts';
import { failureTitle, sumOf } from './failureCharts.ts';
import { ratioText } from './units.ts';

/** More groups would not be remembered. */
const maxGroups = 2;

/** Whether something is wrong, since when, and for whom: a sentence each, from the known participants. */
export function summary(context: ChartContext): string[] {
  const { known, errors, warnings } = context.counts;
  if (known === 0)
    return [t('What went wrong, and for whom, is not known yet: the participants are not loaded.')];
  if (errors + warnings === 0) return [whole(context)];
  return [whole(context), mostCommon(context), sinceWhen(context), forWhom(context)].filter(
    (sentence) => sentence !== undefined,
  );
}

function whole({ counts, format }: ChartContext): string {
  const { known, errors, warnings, rooms } = counts;
  const [all, bad] = [format.rooms(known), errors + warnings];
  if (bad === 0) {
    return known < rooms
      ? t('Nothing went wrong in the {0} whose participants are known.', all)
      : t('Nothing went wrong in the {0}.', all);
  }
  return known < rooms
    ? t('Something went wrong in {0} of the {1} whose participants are known.', format.number(bad), all)
    : t('Something went wrong in {0} of the {1}.', format.number(bad), all);
}

function mostCommon({ counts, format }: ChartContext): string | undefined {
  const [first] = counts.mostCommonCodes();
  if (!first) return undefined;
  const [code, { participants, rooms }] = first;
  return t(
    'The most common error is {0}: {1} in {2}.',
    errorInText(Number(code), undefined),
    format.participants(participants),
    format.rooms(rooms),
  );
}

/** The time in which rooms had significantly more problems than in the rest of the window. */
function sinceWhen({ counts, format }: ChartContext): string | undefined {
  const rated = counts.times.map(({ known, problems }) => ({ all: known, failed: problems }));
  const total = sumOf(rated);
  const [worst] = rated
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => significantRatio(one, total) !== undefined)
    .sort((a, b) => wilsonLowerBound(b.one) - wilsonLowerBound(a.one));
  if (!worst) return t('No time stands out.');
  const { after, before } = spanOf(counts.buckets, worst.index);
  return t(
    '{0} stands out: problems in {1}.',
    format.timeSpan(after, before),
    format.roomsOf(worst.one.failed, worst.one.all),
  );
}

/** The groups that failed significantly more often than the others. */
function forWhom({ counts, format }: ChartContext): string {
  const groups = failedFacets.flatMap((facet) => {
    const reported = [...counts.by[facet]].filter(([value]) => value !== '');
    const total = sumOf(reported.map(([, rated]) => rated));
    return reported.flatMap(([value, rated]) => {
      const times = significantRatio(rated, total);
      return times === undefined ? [] : { facet, value, rated, times };
    });
  });
  if (groups.length === 0) return t('No SDK, browser, platform, edge or region stands out.');
  const top = groups
    .sort((a, b) => wilsonLowerBound(b.rated) - wilsonLowerBound(a.rated))
    .slice(0, maxGroups);
  const descriptions = top.map(({ facet, value, rated, times }) =>
    t(
      '{0} {1}, {2} failed ({3})',
      failureTitle(facet),
      facetValueLabel(facet, value),
      ofAll(rated, format),
      ratioText(times, format),
    ),
  );
  return t('Stands out: {0}.', descriptions.join('; '));
}

function ofAll({ all, failed }: Rated, format: ChartContext['format']): string {
  return t('{0} of {1}', format.number(failed), format.number(all));
}
