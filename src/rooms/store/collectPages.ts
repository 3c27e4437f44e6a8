import type { Page } from '../../insights/client/paging.ts';
import type { Participant } from '../../insights/resources/participant.ts';

/** The participants that have come so far, each once by its SID. */
export interface Collected {
  readonly participants: readonly Participant[];
  /** Rows that no participant could be read from. */
  readonly unreadable: number;
}

/**
 * What has come after each page. Until there are as many as `before`, those
 * stay: a list that is loaded anew does not shrink on the screen meanwhile.
 */
export async function* collectParticipants(
  pages: AsyncIterable<Page<Participant>>,
  before: readonly Participant[],
): AsyncGenerator<Collected & { readonly found: readonly Participant[] }, void, undefined> {
  const byKey = new Map<string, Participant>();
  let unreadable = 0;
  for await (const page of pages) {
    unreadable += page.unreadable;
    for (const participant of page.items) byKey.set(participant.key, participant);
    const found = [...byKey.values()];
    yield { participants: before.length > found.length ? before : found, unreadable, found };
  }
}
