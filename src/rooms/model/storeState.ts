import type { InsightsClient } from '../../insights/client/insightsClient.ts';
import type { VideoClient } from '../../insights/client/videoClient.ts';
import type { Participant } from '../../insights/resources/participant.ts';

/** The part of the Video API's client that reads rooms in progress. */
export type VideoSource = Pick<
  VideoClient,
  'hasOwnHost' | 'listLiveRooms' | 'fetchRoom' | 'listParticipants'
>;

/** The part of the API's client that the store loads from. */
export type RoomSource = Pick<
  InsightsClient,
  'maxConcurrentRequests' | 'listRooms' | 'fetchRoom' | 'listParticipants'
> & { readonly video?: VideoSource };

/** The state of the list of rooms. A failure keeps the rooms loaded before. */
export type Listing =
  | { readonly state: 'none' | 'loading' | 'complete' | 'cancelled' }
  /** Stopped at the limit; `loadMore` continues. */
  | { readonly state: 'paused' }
  | { readonly state: 'failed'; readonly error: unknown };

/** The participants of one room, and the state of loading them. */
export interface ParticipantsState {
  readonly state: 'loading' | 'complete' | 'failed';
  readonly participants: readonly Participant[];
  /** Participants are missing: the first load is running, or it failed half-way. */
  readonly partial?: true;
  /** The room has changed since: these participants may be shown until they are loaded again. */
  readonly stale: boolean;
  /** Rows that could not be read as participants. */
  readonly unreadable: number;
  readonly error?: unknown;
}

/**
 * Whether a call can be analysed: all participants are loaded, or those of an earlier load are there meanwhile. Half of
 * them would make somebody "alone in the room" who was not.
 */
export function isKnown(state: ParticipantsState | undefined): state is ParticipantsState {
  if (!state || state.partial) return false;
  return state.state === 'complete' || state.participants.length > 0;
}

/**
 * A change of everything (another account), of the list, of one room, or of one room's participants. `live`:
 * the rooms in progress were refreshed, so time has passed for them; `error` is the first failure of an
 * outage, or the refusal (`refused`) of the Video API, which is then not requested for some time.
 */
export type RoomChange =
  | { readonly kind: 'account' }
  | { readonly kind: 'list' }
  | { readonly kind: 'live'; readonly error?: unknown; readonly refused?: true }
  | { readonly kind: 'room'; readonly key: string }
  | { readonly kind: 'participants'; readonly key: string };
