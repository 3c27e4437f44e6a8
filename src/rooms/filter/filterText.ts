import { t } from '@vscode/l10n';
import { enumLabel } from '../../text/enumLabels.ts';
import type { Format } from '../../text/format.ts';
import { plainText } from '../../text/plainText.ts';
import { isJustAfter } from './presets.ts';
import { roomFacets } from './roomFacets.ts';
import { callFacets, type Facet, type Measure, measures, type Range, type RoomFilter } from './roomFilter.ts';

/** "Group · VP8 · longer than 10 min": the filter in the usual order of speech; empty for none. */
export function filterText({ facets = {}, ranges = {}, text, name }: RoomFilter, format: Format): string {
  const parts: string[] = [];
  if (text) parts.push(t('“{0}”', plainText(text)));
  if (name) parts.push(t('named “{0}”', plainText(name)));
  for (const facet of [...roomFacets, ...callFacets]) {
    const values = facets[facet] ?? [];
    if (values.length > 0) parts.push(facetText(facet, values, format));
  }
  for (const measure of measures) {
    const range = rangeText(measure, ranges[measure] ?? {}, format);
    if (range) parts.push(range);
  }
  return parts.join(' · ');
}

/** The label of a facet's value. */
export function facetValueLabel(facet: Facet, value: string): string {
  switch (facet) {
    case 'recording':
      return value === 'yes' ? t('recorded') : t('not recorded');
    case 'problem':
      return value === 'error' ? t('with errors') : t('with warnings');
    case 'errorCode':
      return t('error {0}', plainText(value));
    case 'failedSdk':
    case 'failedBrowser':
    case 'failedPlatform':
      return plainText(value);
    default:
      return enumLabel(value);
  }
}

/** The label of a facet. */
export function facetTitle(facet: Facet): string {
  switch (facet) {
    case 'status':
      return t('Status');
    case 'type':
      return t('Type');
    case 'codec':
      return t('Codec');
    case 'region':
      return t('Media region');
    case 'edge':
      return t('Edge location');
    case 'recording':
      return t('Recording');
    case 'endReason':
      return t('End reason');
    case 'problem':
      return t('Problems');
    case 'errorCode':
      return t('Error code');
    case 'failedSdk':
      return t('SDK of a participant who failed');
    case 'failedBrowser':
      return t('Browser of a participant who failed');
    case 'failedPlatform':
      return t('Platform of a participant who failed');
    case 'failedEdge':
      return t('Edge of a participant who failed');
    case 'failedRegion':
      return t('Media region of a participant who failed');
  }
}

function facetText(facet: Facet, values: readonly string[], format: Format): string {
  if (facet === 'problem' && values.length > 1) return t('with problems');
  const label = anyOf(
    values.map((value) => facetValueLabel(facet, value)),
    format,
  );
  switch (facet) {
    case 'failedSdk':
    case 'failedBrowser':
    case 'failedPlatform':
    case 'failedEdge':
    case 'failedRegion':
      return t('a participant failed with {0}', label);
    case 'endReason':
      return t('end reason: {0}', label);
    case 'edge':
      return t('edge {0}', label);
    default:
      return label;
  }
}

function rangeText(measure: Measure, range: Range, format: Format): string {
  const { from, below } = range;
  const put = (value: number) => measureLabel(measure, value, format);
  switch (measure) {
    case 'created':
      if (from !== undefined && below !== undefined) return t('created {0}–{1}', put(from), put(below));
      if (from !== undefined) return t('created since {0}', put(from));
      return below === undefined ? '' : t('created before {0}', put(below));
    case 'duration':
      return durationRange(range, format);
    case 'size':
      if (from !== undefined && below === from + 1) return format.participants(from);
      if (from !== undefined && below !== undefined)
        return t('{0} to {1}', format.number(from), format.participants(below - 1));
      if (from !== undefined) return t('{0} or more', format.participants(from));
      return below === undefined ? '' : t('fewer than {0}', format.participants(below));
  }
}

function durationRange({ from, below }: Range, format: Format): string {
  const [atFrom, atBelow] = [from, below].map(
    (limit) => limit !== undefined && isJustAfter(limit, 'duration'),
  );
  const put = (value: number) => format.duration(value);
  if (from !== undefined && below !== undefined) {
    // "5–15 min" is up to 900 seconds, and so is the bar of an overview that ends there.
    const [least, most] = [put(from), put(atBelow ? below - 1 : below)];
    return least === most ? least : `${least}–${most}`;
  }
  if (from !== undefined) return atFrom ? t('longer than {0}', put(from - 1)) : t('{0} or longer', put(from));
  if (below === undefined) return '';
  return atBelow ? t('{0} or shorter', put(below - 1)) : t('shorter than {0}', put(below));
}

function measureLabel(measure: Measure, value: number, format: Format): string {
  switch (measure) {
    case 'created':
      return format.shortTime(value);
    case 'duration':
      return format.duration(value);
    case 'size':
      return format.participants(value);
  }
}

function anyOf(labels: readonly string[], format: Format): string {
  return new Intl.ListFormat(format.locale, { type: 'disjunction' }).format(labels);
}
