import type { InsightsClient } from '../../insights/client/insightsClient.ts';
import type { VideoClient } from '../../insights/client/videoClient.ts';
import type { Participant } from '../../insights/resources/participant.ts';

/** What the Video API tells of rooms in progress. */
export type VideoSource = Pick<VideoClient, 'listLiveRooms' | 'fetchRoom' | 'listParticipants'>;

/** The part of the API's client from which the store fills itself. */
export type RoomSource = Pick<
  InsightsClient,
  'maxConcurrentRequests' | 'listRooms' | 'fetchRoom' | 'listParticipants'
> & { readonly video?: VideoSource };

/** How far the list of rooms has come. A failure leaves the rooms that were there. */
export type Listing =
  | { readonly state: 'none' | 'loading' | 'complete' | 'cancelled' }
  /** Stopped at the limit; `loadMore` goes on. */
  | { readonly state: 'paused' }
  | { readonly state: 'failed'; readonly error: unknown };

/** The participants of one room, as far as they are known. */
export interface ParticipantsState {
  readonly state: 'loading' | 'complete' | 'failed';
  readonly participants: readonly Participant[];
  /** The room has changed since: what is here may be shown until it is loaded anew. */
  readonly stale: boolean;
  /** Rows that no participant could be read from. */
  readonly unreadable: number;
  readonly error?: unknown;
}

/** Whether a call can be told of: all its participants are known, or were before they were asked for anew. */
export function isKnown(participation: ParticipantsState | undefined): participation is ParticipantsState {
  return participation?.state === 'complete' || (participation?.participants.length ?? 0) > 0;
}

/**
 * What changed: everything (another account), the list, one room, or one room's participants. `live` says that
 * the rooms in progress were brought up to date, so that time has passed for them; with the first failure of an
 * outage, or with the refusal (`refused`) by the Video API, which is not asked again then.
 */
export type RoomChange =
  | { readonly kind: 'account' }
  | { readonly kind: 'list' }
  | { readonly kind: 'live'; readonly error?: unknown; readonly refused?: true }
  | { readonly kind: 'room'; readonly key: string }
  | { readonly kind: 'participants'; readonly key: string };
