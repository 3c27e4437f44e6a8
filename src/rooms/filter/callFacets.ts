import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { isFailure } from '../../calls/analysis/outcomeCounts.ts';
import type { Severity } from '../../calls/findings/common/severity.ts';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import { beginning } from '../../unicode/truncate.ts';
import type { CallFacetValues } from './roomFilter.ts';

/** A call's values of the facets that depend on participants. @param worst the severity of the most severe finding */
export function callFacetsOf({ stays }: CallAnalysis, worst: Severity | undefined): CallFacetValues {
  const failed = stays.filter(isFailure).map(({ participant }) => participant);
  const of = (read: (participant: Participant) => string | undefined) => distinct(failed.map(read));
  return {
    problem: worst === 'error' || worst === 'warning' ? [worst] : [],
    errorCode: distinct(stays.map(({ errorCode }) => errorCode?.toString())),
    failedSdk: of(sdkOf),
    failedBrowser: of(browserOf),
    failedPlatform: of(platformOf),
    failedEdge: of(edgeOf),
    failedRegion: of(regionOf),
  };
}

/** "twilio-video.js 2.28.1", if it is known. */
export function sdkOf(participant: Participant): string | undefined {
  return infoText(participant, 'name', 'sdk_version');
}

/** "Chrome 126": the major version only; full versions are too many to compare. */
export function browserOf(participant: Participant): string | undefined {
  const major =
    infoText(participant, 'browser_major') ?? infoText(participant, 'browser_version')?.split('.')[0];
  const name = infoText(participant, 'browser_name');
  return name && major ? `${name} ${major}` : name;
}

/** "Windows", "iOS": the name without a version. */
export function platformOf(participant: Participant): string | undefined {
  return infoText(participant, 'platform_name');
}

/** Normalised. */
export function edgeOf(participant: Participant): string | undefined {
  const edge = participant.read('edge_location');
  return edge && normalizeEnum(edge);
}

/** Normalised. */
export function regionOf(participant: Participant): string | undefined {
  const region = participant.read('media_region');
  return region && normalizeEnum(region);
}

function infoText(participant: Participant, ...keys: string[]): string | undefined {
  const info = participant.read('publisher_info') ?? {};
  const found = keys
    .map((key) => info[key])
    .filter((value) => typeof value === 'string' || typeof value === 'number');
  return beginning(found.join(' ').trim(), 100) || undefined;
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
}
