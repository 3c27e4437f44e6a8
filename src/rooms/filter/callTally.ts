import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { isDrop } from '../../calls/analysis/outcome.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import { browserOf, edgeOf, platformOf, regionOf, sdkOf } from './callFacets.ts';
import type { CallFacet } from './roomFilter.ts';

/** Facets by which participants who dropped are compared. */
export type FailedFacet = Extract<CallFacet, `failed${string}`>;

/** A number of participants, and how many of them dropped. */
export interface Rated {
  readonly all: number;
  readonly dropped: number;
}

/** Counts of a room's participants; each stay counts separately. */
export interface CallTally extends Rated {
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
    const values = new Map<string, { all: number; dropped: number }>();
    for (const { participant, outcome } of stays) {
      const value = readers[facet](participant) ?? '';
      const rated = values.get(value) ?? { all: 0, dropped: 0 };
      values.set(value, rated);
      rated.all++;
      if (isDrop(outcome)) rated.dropped++;
    }
    return [...values];
  };
  return {
    all: stays.length,
    dropped: stays.filter(({ outcome }) => isDrop(outcome)).length,
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
