import assert from 'node:assert/strict';
import { Participant } from '../../../src/insights/participant.ts';
import { Room } from '../../../src/insights/room.ts';
import { compareParticipants, compareRooms } from '../../../src/rooms/compare.ts';
import { Format } from '../../../src/rooms/format.ts';

const format = new Format({ locale: 'en', times: 'utc', now: () => Date.UTC(2026, 10, 22, 12) });
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
const sid = (prefix: string, n: number) => `${prefix}${String(n).padStart(32, '0')}`;

const room = (n: number, more = {}) =>
  new Room({
    ...{ room_sid: sid('RM', n), room_name: `room ${n}`, room_status: 'completed', room_type: 'group' },
    ...{ create_time: at(n), end_time: at(n + 30), media_region: 'ie1', codecs: ['VP8'], ...more },
  });
const person = (n: number, more = {}) =>
  new Participant({
    ...{ participant_sid: sid('PA', n), participant_identity: `p${n}`, status: 'completed' },
    ...{ join_time: at(1), leave_time: at(20), edge_location: 'dublin', ...more },
  });

describe('A comparison', () => {
  it('finds nothing where rooms differ only in names, SIDs and times', () => {
    const [left, right] = [1, 2].map((n) => ({ room: room(n), participants: [person(n)] }));
    assert.ok(left && right);
    const { rows, summary, titles } = compareRooms(left, right, format);
    assert.deepEqual(rows, []);
    assert.match(summary, /^Nothing differs/);
    assert.deepEqual(titles, ['room 1', 'room 2']);
  });

  it('shows what differs in meaning: type, region, codecs, drops, errors, devices', () => {
    const left = { room: room(1), participants: [person(1), person(2)] };
    const dropped = person(3, {
      error_code: 53405,
      end_reason: 'media_connection_failed',
      publisher_info: { name: 'twilio-video.js', sdk_version: '2.28.1' },
    });
    const more = { room_type: 'go', media_region: 'us1', codecs: ['H264'] };
    const right = { room: room(2, more), participants: [dropped, person(4)] };
    const rows = new Map(compareRooms(left, right, format).rows.map((row) => [row.key, row]));
    assert.deepEqual([rows.get('room_type')?.left, rows.get('room_type')?.right], ['Group', 'Go']);
    assert.deepEqual([rows.get('codecs')?.left, rows.get('codecs')?.right], ['VP8', 'H264']);
    assert.deepEqual([rows.get('drops')?.left, rows.get('drops')?.right], ['0 of 2 (0%)', '1 of 2 (50%)']);
    assert.deepEqual([rows.get('errors')?.left, rows.get('errors')?.right], ['—', '53405']);
    assert.equal(rows.get('devices')?.right, 'twilio-video.js 2.28.1');
    assert.ok(rows.has('media_region'));
    assert.ok(!rows.has('peak') && !rows.has('edges') && !rows.has('room_name'));
  });

  it('says each value once, the most frequent first', () => {
    const edges = (...names: string[]) => names.map((edge_location, n) => person(n, { edge_location }));
    const left = { room: room(1), participants: edges('tokyo', 'dublin', 'dublin') };
    const right = { room: room(1), participants: edges('dublin', 'dublin', 'dublin') };
    const row = compareRooms(left, right, format).rows.find(({ key }) => key === 'edges');
    assert.deepEqual([row?.left, row?.right], ['Dublin (×2)\nTokyo', 'Dublin (×3)']);
  });

  it('compares two participants by every field that means something', () => {
    const left = person(1, { publisher_info: { name: 'twilio-video.js', browser_name: 'Chrome' } });
    const right = person(2, {
      publisher_info: { name: 'twilio-video.js' },
      error_code: 53001,
      colour: 'red',
    });
    const rows = new Map(compareParticipants(left, right, format).rows.map((row) => [row.key, row]));
    assert.deepEqual(
      [...rows.keys()].toSorted(),
      ['colour', 'error_code', 'publisher_info.browser_name'].toSorted(),
    );
    assert.deepEqual([rows.get('colour')?.left, rows.get('colour')?.right], ['—', 'red']);
  });
});
