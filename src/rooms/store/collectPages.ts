import type { Page } from '../../insights/client/paging.ts';
import type { Participant } from '../../insights/resources/participant.ts';

/** The participants received so far, distinct by SID. */
export interface Collected {
  readonly participants: readonly Participant[];
  /** Rows that could not be read as participants. */
  readonly unreadable: number;
}

/** Yields all participants received so far after each page. */
export async function* collectParticipants(
  pages: AsyncIterable<Page<Participant>>,
): AsyncGenerator<Collected, void, undefined> {
  const byKey = new Map<string, Participant>();
  let unreadable = 0;
  for await (const page of pages) {
    unreadable += page.unreadable;
    for (const participant of page.items) byKey.set(participant.key, participant);
    yield { participants: [...byKey.values()], unreadable };
  }
}
