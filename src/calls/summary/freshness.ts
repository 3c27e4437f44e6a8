import { t } from '@vscode/l10n';
import { day, second } from '../../async/durations.ts';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { plusSeconds, roomClock } from '../analysis/roomClock.ts';

/**
 * The state of Twilio's summary of a room: `live` and `pending` may still change, `complete` will not,
 * `incomplete` was never finished, `expired` is a room that Twilio has deleted.
 */
export type FreshnessState = 'live' | 'pending' | 'complete' | 'incomplete' | 'expired' | 'unknown';

/** The state of Twilio's summary, and its expiry. */
export interface Freshness {
  readonly state: FreshnessState;
  /** The state as text. */
  readonly text: string;
  /**
   * When Twilio deletes the room's data, in milliseconds since 1970; undefined if the end of the room is not
   * known.
   */
  readonly expiresAt?: number;
  /** "Expires in 1 day, 4 hr": the time until then. */
  readonly expiry?: string;
}

/**
 * "Video Logs are available for seven days" (Twilio, "Video Log Analyzer API"); older versions say two for Go
 * rooms.
 */
const retentionMs = 7 * day;

/** The freshness of a room, at the current time of `format`. */
export function freshnessOf(room: Room, format: Format): Freshness {
  const now = format.now();
  const { ended } = roomClock(room, [], now);
  if (room.live) {
    const text =
      room.source === 'video'
        ? t(
            'Live, as Twilio’s Video API tells; error codes and details follow with the summary, after the end',
          )
        : t('Live; Twilio’s summary follows after the end');
    return { state: 'live', text };
  }
  if (room.missing) return { state: 'unknown', text: missingText() };
  const expiresAt = plusSeconds(ended, retentionMs / second);
  if (expiresAt !== undefined && expiresAt <= now) {
    return { state: 'expired', text: t('Expired: Twilio keeps rooms for 7 days'), expiresAt };
  }
  return {
    ...summary(room),
    ...(expiresAt !== undefined && {
      expiresAt,
      expiry: t('Expires in {0}', format.duration((expiresAt - now) / 1000)),
    }),
  };
}

/** The reason why a room that was in progress counts as over. */
function missingText(): string {
  return t('Neither of Twilio’s APIs knows this room any more: it has ended, or was deleted');
}

function summary(room: Room): Pick<Freshness, 'state' | 'text'> {
  // A room that only the Video API has is not processed yet.
  if (room.source === 'video')
    return { state: 'pending', text: t('Summary pending, usually under 30 minutes') };
  switch (normalizeEnum(room.read('processing_state') ?? '')) {
    case 'complete':
    case 'completed':
      return { state: 'complete', text: t('Complete') };
    case 'in_progress':
    case 'not_started':
      return { state: 'pending', text: t('Summary pending, usually under 30 minutes') };
    case 'timeout':
      return { state: 'incomplete', text: t('Summary incomplete: Twilio did not finish it') };
    default:
      return { state: 'unknown', text: t('Not known whether the summary is complete') };
  }
}
