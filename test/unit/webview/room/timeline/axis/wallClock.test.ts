import assert from 'node:assert/strict';
import { wallClock } from '../../../../../../src/webview/room/timeline/axis/wallClock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the clock of the time axis', () => {
  const time = Date.UTC(2026, 6, 1, 22, 5, 9);

  it('is that of the zone', () => {
    assert.equal(wallClock('en', 'UTC').label(time, MINUTE), '22:05');
    assert.equal(wallClock('en', 'Asia/Tokyo').exact(time), '07:05:09');
    assert.equal(wallClock('en', 'Asia/Kolkata').offsetAt(time), 5.5 * HOUR);
    assert.equal(wallClock('en', 'UTC').zone(time), 'UTC');
  });

  it('names the zone of a time that it shows twice', () => {
    const { exact } = wallClock('en', 'Europe/Berlin');
    const shown = [0, 1, 2].map((hours) => exact(Date.UTC(2026, 9, 25, hours, 30)));
    assert.deepEqual(shown, ['02:30:00 GMT+2', '02:30:00 GMT+1', '03:30:00']);
  });

  it('shows seconds only where ticks are that close', () => {
    assert.equal(wallClock('en', 'UTC').label(time, 1000), '22:05:09');
  });

  it('is the machine’s where the zone is unknown', () => {
    assert.equal(
      wallClock('en', 'No/Where').exact(time),
      wallClock('en', new Intl.DateTimeFormat().resolvedOptions().timeZone).exact(time),
    );
  });

  it('reads offsets right before 1970', () => {
    assert.equal(wallClock('en', 'UTC').offsetAt(-1500), 0);
  });
});
