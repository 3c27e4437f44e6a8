import assert from 'node:assert/strict';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { Format } from '../../../src/text/format.ts';
import { participantLine } from '../../../src/text/participantText.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });
const at = (hour: number, minute = 0, day = 22) =>
  new Date(Date.UTC(2026, 10, day, hour, minute)).toISOString();

describe('A participant in a line', () => {
  const live = new Room({ room_status: 'in_progress' });
  const over = new Room({ room_status: 'completed' });

  it('marks an error with its code', () => {
    const dropped = new Participant({
      join_time: at(10),
      leave_time: at(10, 5),
      duration_sec: 300,
      error_code: 53405,
    });
    assert.equal(participantLine(dropped, over, format), 'error 53405 · 10:00–10:05 · 5 min');
  });

  it('is not present in a room that is over, also without a leave time', () => {
    const open = new Participant({ join_time: at(10), leave_time: null, status: 'connected' });
    assert.equal(participantLine(open, live, format), 'present since 10:00');
    assert.equal(participantLine(open, over, format), '10:00, end unknown');
  });
});
