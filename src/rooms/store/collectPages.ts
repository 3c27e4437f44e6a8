import type { Page } from '../../insights/client/paging.ts';
import type { Participant } from '../../insights/resources/participant.ts';

/** The participants received so far, distinct by SID. */
export interface Collected {
  readonly participants: readonly Participant[];
  /** Rows that could not be read as participants. */
  readonly unreadable: number;
}

/**
 * Yields the participants received so far after each page (`found`). `participants` stays `before` until as
 * many have been received, so that a list that is reloaded does not shrink on the screen meanwhile.
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
