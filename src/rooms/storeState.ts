import type { InsightsClient } from '../insights/client.ts';
import type { Participant } from '../insights/participant.ts';

/** The part of the API's client from which the store fills itself. */
export type RoomSource = Pick<InsightsClient, 'listRooms' | 'fetchRoom' | 'listParticipants'>;

/** How far the list of rooms has come. A failure leaves the rooms that were there. */
export type Listing =
  | { readonly state: 'none' | 'loading' | 'complete' | 'cancelled' }
  /** Stopped at the limit; `loadMore` goes on. */
  | { readonly state: 'paused' }
  | { readonly state: 'failed'; readonly error: unknown };

/** The participants of one room, as far as they are known. */
export interface Participation {
  readonly state: 'loading' | 'complete' | 'failed';
  readonly participants: readonly Participant[];
  /** The room has changed since: what is here may be shown until it is loaded anew. */
  readonly stale: boolean;
  /** Rows that no participant could be read from. */
  readonly unreadable: number;
  readonly error?: unknown;
}

/** What changed: everything (another account), the list, one room, or one room's participants. */
export type RoomChange =
  | { readonly kind: 'account' }
  | { readonly kind: 'list' }
  | { readonly kind: 'room'; readonly key: string }
  | { readonly kind: 'participants'; readonly key: string };
