import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 22, 12);
export const format = new Format({ locale: 'en', times: 'utc', now: () => now });
/** A time of that day: minutes and seconds after ten o'clock. */
export const time = (minute: number, second = 0) => Date.UTC(2026, 10, 22, 10, minute, second);
export const at = (minute: number, second = 0) => new Date(time(minute, second)).toISOString();
export const sid = (n: number) => `PA${String(n).padStart(32, '0')}`;

/** A room from 10:00 to 10:42. */
export const room = new Room({
  ...{ room_status: 'completed', create_time: at(0), end_time: at(42), processing_state: 'complete' },
  ...{ max_participants: 50, max_concurrent_participants: 50, room_sid: `RM${'0'.repeat(32)}` },
});

export const stay = (n: number, identity: string, from: string, to: string | null, more = {}) =>
  new Participant({
    ...{
      participant_sid: sid(n),
      participant_identity: identity,
      join_time: from,
      leave_time: to,
      status: 'completed',
    },
    ...more,
  });

/** An identity as applications write them: who it is comes last. */
export const jsonIdentity = (name: string) =>
  JSON.stringify({ tenant: 'northside-clinic', role: 'patient', name });

/** Alice drops and comes back, Bob leaves, and the API sends no leave time for Carol. */
export const people = [
  stay(1, 'Alice', at(1), at(10), { error_code: 53405, end_reason: 'media_connection_failed' }),
  stay(2, 'Alice', at(11), at(40)),
  stay(3, 'Bob', at(2), at(10, 8)),
  stay(4, 'Carol', at(3), null),
];
