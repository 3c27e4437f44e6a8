import { t } from '@vscode/l10n';
import type { Format } from '../../../text/format.ts';
import { joinSentences } from '../../../text/joinText.ts';
import type { CallAnalysis } from '../../analysis/analyzeCall.ts';
import { type Client, clientOf, type Software } from '../../analysis/client.ts';
import type { Stay } from '../../analysis/stay.ts';
import { parseVersion } from '../../analysis/version.ts';
import { evidenceOf, type Finding, type Rule } from '../common/finding.ts';
import { peopleOfStays } from '../common/nameText.ts';
import { severityRank } from '../common/severity.ts';
import { clientsOf, type KnownFault, type ProductRange, staysWith } from './knownFaultMatch.ts';
import { knownFaultTable } from './knownFaultTable.ts';

/** Maximum number of findings: a call of old devices meets the conditions of many faults. */
const maxFaults = 3;
/** Maximum number of versions of one product in a title. */
const maxVersions = 3;

/**
 * Faults of SDKs, browsers and platforms that Twilio has published, where the versions match: one finding per
 * fault. A warning if a stay has a code that the fault can cause, otherwise information: whether the fault
 * occurred is not in the data. Silent if a version or any other condition is not known.
 */
export const knownFaults: Rule = (call, format) => {
  const clients = clientsOf(call);
  return knownFaultTable
    .map((fault) => ({ fault, stays: staysWith(fault, call, clients) }))
    .filter(({ stays }) => stays.length > 0)
    .map(({ fault, stays }) => ({ finding: findingOf(fault, stays, call, format), fault }))
    .sort(
      (a, b) =>
        severityRank(b.finding.severity) - severityRank(a.finding.severity) ||
        Number(a.fault.conditional ?? false) - Number(b.fault.conditional ?? false) ||
        conditionsOf(b.fault) - conditionsOf(a.fault),
    )
    .slice(0, maxFaults)
    .map(({ finding }) => finding);
};

function findingOf(fault: KnownFault, stays: readonly Stay[], call: CallAnalysis, format: Format): Finding {
  const { id, fixedIn, link } = fault;
  const causes = [...(fault.codes ?? []), ...(fault.causes ?? [])];
  const shows = stays.some(({ errorCode }) => errorCode !== undefined && causes.includes(errorCode));
  return {
    rule: 'known-fault',
    topic: id,
    severity: shows ? 'warning' : 'info',
    title: t(
      'Known issue: {0} used {1}',
      peopleOfStays(stays, call, format),
      format.list(productsOf(fault, stays)),
    ),
    evidence: evidenceOf(stays, 'start'),
    meaning: joinSentences([
      fault.effect(),
      ...(fixedIn === undefined ? [] : [t('Fixed in {0}.', fixedIn)]),
      t('These records do not show whether it happened in this call.'),
    ]),
    check:
      fault.check?.() ??
      (fixedIn === undefined
        ? t('Whether a later version of the system or the browser is available.')
        : t('Update to {0} or later.', fixedIn)),
    link,
  };
}

/** The more conditions are met, the more the fault is about this call. */
function conditionsOf(fault: KnownFault): number {
  const { sdk, browser, platform, roomTypes, codes, sent, received, other } = fault;
  const bounds = [sdk, browser, platform].flatMap((range) => [range?.from, range?.before]);
  return [...bounds, browser, platform, roomTypes, codes, sent, received, other].filter(Boolean).length;
}

/**
 * "twilio-video.js 2.31.0", "Chrome 138": the products of the conditions, in the versions of these stays.
 * Without the SDK if its version does not matter.
 */
function productsOf(fault: KnownFault, stays: readonly Stay[]): string[] {
  const clients = stays.map(({ participant }) => clientOf(participant));
  const one = (range: ProductRange | undefined, read: (client: Client) => Software | undefined) => {
    if (!range) return [];
    const all = [...new Set(clients.map((client) => versionText(read(client), range)))].filter(Boolean);
    const some = [...all.slice(0, maxVersions), ...(all.length > maxVersions ? ['…'] : [])].join('/');
    return some ? [`${range.name} ${some}`] : [range.name];
  };
  const { sdk: sdkRange } = fault;
  return [
    ...one(sdkRange?.from || sdkRange?.before ? sdkRange : undefined, ({ sdk }) => sdk),
    ...one(fault.browser, ({ browser }) => browser),
    ...one(fault.platform, ({ platform }) => platform),
  ];
}

/** The version in as many numbers as the range has, but at least the major one; all numbers of an SDK. */
function versionText(software: Software | undefined, range: ProductRange): string {
  const version = parseVersion(software?.version ?? '');
  if (!version) return '';
  const { numbers, prerelease } = version;
  if (range.name.startsWith('twilio'))
    return prerelease
      ? `${numbers.join('.')}-${prerelease.stage}${prerelease.number || ''}`
      : numbers.join('.');
  const parts = [range.from, range.before].map((bound) => bound?.split('.').length ?? 1);
  return numbers.slice(0, Math.max(...parts)).join('.');
}
