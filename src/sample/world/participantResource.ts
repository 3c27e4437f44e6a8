import { devices } from './devices.ts';
import type { RoomPlan } from './plan.ts';
import { at, Dice } from './random.ts';
import type { ParticipantResource } from './resources.ts';
import type { Stay } from './stays.ts';
import { formatTime, type RoomTimes, resourceUrl } from './times.ts';

/** The participant as the API would send it; `number` is its index by join time. */
export function describeParticipant(
  plan: RoomPlan,
  times: RoomTimes,
  stay: Stay,
  number: number,
  participantSid: string,
  accountSid: string,
): ParticipantResource {
  const dice = new Dice(0x9a, plan.index, stay.person);
  const device = at(devices, dice.whole(0, 900));
  const time = (seconds: number): string => formatTime(times.created + seconds * 1000, plan.index);
  const participant: ParticipantResource = {
    participant_sid: participantSid,
    participant_identity: stay.identity,
    join_time: time(stay.joined),
    leave_time: stay.left === null ? null : time(stay.left),
    duration_sec: stay.left === null ? null : stay.left - stay.joined,
    account_sid: accountSid,
    room_sid: plan.sid,
    status: status(plan, stay, number),
    codecs: dice.chance(0.05) ? null : dice.chance(0.1) ? ['opus'] : plan.codecs,
    end_reason: stay.reason,
    ...errorOf(stay, number),
    media_region: plan.region,
    properties: {
      record_on_connect: plan.recorded,
      is_adhoc: plan.createdMethod !== 'api',
      num_audio_tracks: 1,
      num_video_tracks: dice.whole(0, 2),
      num_data_tracks: dice.whole(0, 1),
    },
    edge_location: stay.edge,
    publisher_info: device,
    url: resourceUrl(plan.sid, participantSid),
  };
  if (stay.fields) return { ...participant, ...stay.fields };
  const kind = (plan.index * 7 + number) % 43;
  if (kind === 5) delete participant.publisher_info;
  if (kind === 11) participant.publisher_info = null;
  if (kind === 17) participant.properties = null;
  if (kind === 23) participant.edge_location = null;
  if (kind === 31) participant.network_type = 'cellular';
  return participant;
}

function status({ index, live }: RoomPlan, stay: Stay, number: number): string {
  if (live && stay.left === null)
    return number % 2 === 0 ? 'connected' : index % 3 === 1 ? 'in-progress' : 'in_progress';
  return (index + number) % 4 === 0 ? 'disconnected' : 'completed';
}

/** The absence of an error is null, or 0 with a dead address: the API sends both. */
function errorOf(stay: Stay, number: number): Pick<ParticipantResource, 'error_code' | 'error_code_url'> {
  const address = 'https://www.twilio.com/docs/api/errors/';
  if (stay.error !== 0) return { error_code: stay.error, error_code_url: `${address}${stay.error}` };
  if (number % 5 === 3) return { error_code: 0, error_code_url: `${address}0` };
  return { error_code: null, error_code_url: null };
}
