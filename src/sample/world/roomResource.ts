import { minute } from '../../async/durations.ts';
import type { RoomPlan } from './plan.ts';
import type { RoomResource } from './resources.ts';
import { peakOf, type Stay } from './stays.ts';
import { formatTime, type RoomTimes, resourceUrl } from './times.ts';

const stillProcessed = 30 * minute;
const soonProcessed = 30_000;

/** The room as the API would send it at `now`: every figure is counted from the stays. */
export function describeRoom(
  plan: RoomPlan,
  times: RoomTimes,
  stays: readonly Stay[],
  accountSid: string,
  now: number,
  worldsMoment = now,
): RoomResource {
  const { index, live } = plan;
  const url = resourceUrl(plan.sid);
  const together = stays.reduce((sum, stay) => sum + (stay.left === null ? 0 : stay.left - stay.joined), 0);
  const called = index % 4 === 1;
  // An int64 comes as a string from some servers.
  const int64 = (value: number): number | string => (index % 23 === 18 ? String(value) : value);
  const room: RoomResource = {
    account_sid: accountSid,
    room_sid: plan.sid,
    room_name: plan.name,
    create_time: formatTime(times.created, index),
    end_time: times.ended === null ? null : formatTime(times.ended, index),
    room_type: plan.type,
    room_status: live ? (index % 5 === 2 ? 'in-progress' : 'in_progress') : 'completed',
    status_callback: called ? 'https://hooks.example.org/twilio/video?tenant=northwind' : null,
    status_callback_method: called ? (index % 8 === 1 ? 'GET' : 'POST') : null,
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
    total_participant_duration_sec: int64(together),
    total_recording_duration_sec: live ? null : plan.recorded ? together : 0,
    processing_state: processingState(plan, times, now, worldsMoment),
    recording_enabled: plan.recorded,
    edge_location: plan.edge,
    url,
    links: { participants: `${url}/Participants` },
  };
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
  worldsMoment: number,
): string | null {
  if (live || ended === null) return index % 2 === 0 ? 'not_started' : 'in_progress';
  // Nobody who looks on wants to wait for half an hour.
  if (ended > worldsMoment) return now - ended < soonProcessed ? 'in_progress' : 'complete';
  if (now - ended < stillProcessed) return 'in_progress';
  if (index % 41 === 22) return null;
  return index % 37 === 30 ? 'timeout' : 'complete';
}
