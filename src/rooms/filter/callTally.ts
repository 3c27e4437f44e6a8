import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { countOutcomes, type OutcomeCounts, type Rated } from '../../calls/analysis/outcomeCounts.ts';
import type { Stay } from '../../calls/analysis/stay.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import { browserOf, edgeOf, platformOf, regionOf, sdkOf } from './callFacets.ts';
import type { CallFacet } from './roomFilter.ts';

/** Facets by which participants who failed are compared. */
export type FailedFacet = Extract<CallFacet, `failed${string}`>;

/** Counts of a room's participants; each stay counts separately. */
export interface CallTally {
  readonly outcomes: OutcomeCounts;
  /** Participants by error code. */
  readonly codes: readonly (readonly [code: string, participants: number])[];
  /** Participants by value of each facet; the value is empty if the API did not send it. */
  readonly by: Readonly<Record<FailedFacet, readonly (readonly [value: string, rated: Rated])[]>>;
}

const readers: Readonly<Record<FailedFacet, (participant: Participant) => string | undefined>> = {
  failedSdk: sdkOf,
  failedBrowser: browserOf,
  failedPlatform: platformOf,
  failedEdge: edgeOf,
  failedRegion: regionOf,
};

export const failedFacets = Object.keys(readers) as FailedFacet[];

/** Counts the stays of a call. */
export function tallyCall({ stays }: CallAnalysis): CallTally {
  const codes = new Map<string, number>();
  for (const { errorCode } of stays) {
    if (errorCode !== undefined) codes.set(`${errorCode}`, (codes.get(`${errorCode}`) ?? 0) + 1);
  }
  const by = (facet: FailedFacet) => {
    const groups = Map.groupBy(stays, ({ participant }: Stay) => readers[facet](participant) ?? '');
    return [...groups].map(([value, group]) => [value, countOutcomes(group)] as const);
  };
  return {
    outcomes: countOutcomes(stays),
    codes: [...codes],
    by: {
      failedSdk: by('failedSdk'),
      failedBrowser: by('failedBrowser'),
      failedPlatform: by('failedPlatform'),
      failedEdge: by('failedEdge'),
      failedRegion: by('failedRegion'),
    },
  };
}
