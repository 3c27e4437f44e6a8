import { minute } from '../../async/durations.ts';
import type { RoomPlan } from './plan.ts';
import type { RoomResource } from './resources.ts';
import { peakOf, type Stay } from './stays.ts';
import { formatTime, type RoomTimes, resourceUrl } from './times.ts';

const processingMs = 30 * minute;
const shortProcessingMs = 30_000;

/** The room as the API would send it at `now`; all figures are counted from the stays. */
export function describeRoom(
  plan: RoomPlan,
  times: RoomTimes,
  stays: readonly Stay[],
  accountSid: string,
  now: number,
  worldNow = now,
): RoomResource {
  const { index, live } = plan;
  const url = resourceUrl(plan.sid);
  const totalSeconds = stays.reduce(
    (sum, stay) => sum + (stay.left === null ? 0 : stay.left - stay.joined),
    0,
  );
  const hasCallback = index % 4 === 1;
  // Some servers send an int64 as a string.
  const int64 = (value: number): number | string => (index % 23 === 18 ? String(value) : value);
  const room: RoomResource = {
    account_sid: accountSid,
    room_sid: plan.sid,
    room_name: plan.name,
    create_time: formatTime(times.created, index),
    end_time: times.ended === null ? null : formatTime(times.ended, index),
    room_type: plan.type,
    room_status: live ? (index % 5 === 2 ? 'in-progress' : 'in_progress') : 'completed',
    status_callback: hasCallback ? 'https://hooks.example.org/twilio/video?tenant=northwind' : null,
    status_callback_method: hasCallback ? (index % 8 === 1 ? 'GET' : 'POST') : null,
    created_method: plan.createdMethod,
    end_reason: plan.endReason,
    max_participants: plan.limit,
    unique_participants: stays.length,
    unique_participant_identities: new Set(stays.map((stay) => stay.identity)).size,
    concurrent_participants: peakOf(stays),
    max_concurrent_participants: plan.limit,
    codecs: plan.codecs,
    media_region: plan.region,
    duration_sec: live ? null : int64(plan.seconds),
    total_participant_duration_sec: int64(totalSeconds),
    total_recording_duration_sec: live ? null : plan.recorded ? totalSeconds : 0,
    processing_state: processingState(plan, times, now, worldNow),
    recording_enabled: plan.recorded,
    edge_location: plan.edge,
    url,
    links: { participants: `${url}/Participants` },
  };
  if (plan.script) return { ...room, processing_state: 'complete', ...plan.script.fields };
  if (index % 29 === 21) delete room.edge_location;
  if (index % 29 === 23) delete room.status_callback;
  if (index % 29 === 25) room.media_region = null;
  if (index % 27 === 19) room.audio_only = index % 2 === 0;
  return room;
}

function processingState(
  { index, live }: RoomPlan,
  { ended }: RoomTimes,
  now: number,
  worldNow: number,
): string | null {
  if (live || ended === null) return index % 2 === 0 ? 'not_started' : 'in_progress';
  // Shorter for rooms that end while the user watches.
  if (ended > worldNow) return now - ended < shortProcessingMs ? 'in_progress' : 'complete';
  if (now - ended < processingMs) return 'in_progress';
  if (index % 41 === 22) return null;
  return index % 37 === 30 ? 'timeout' : 'complete';
}
