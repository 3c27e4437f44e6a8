import assert from 'node:assert/strict';
import { tickOf } from '../../../../src/pages/overview/ticks.ts';
import { format } from './fixtures.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('Stretches of time', () => {
  it('are marked with the weekday at midnight and the time else, the rounder the sooner', () => {
    const at = (hours: number, minutes = 0, step = hour) =>
      tickOf(Date.UTC(2026, 10, 21, hours, minutes), step, { format });
    assert.deepEqual(
      [at(0), at(12), at(6), at(3), at(1)],
      [
        { text: 'Sat', rank: 0 },
        { text: '12:00', rank: 1 },
        { text: '06:00', rank: 2 },
        { text: '03:00', rank: 3 },
        { text: '01:00', rank: 4 },
      ],
    );
    assert.deepEqual(at(10, 30, 5 * minute), { text: '10:30', rank: 2 });
  });
});
