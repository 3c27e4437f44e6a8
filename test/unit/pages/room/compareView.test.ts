import assert from 'node:assert/strict';
import { Call } from '../../../../src/calls/summary/call.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { compareParticipants, compareRooms } from '../../../../src/pages/room/compareView.ts';
import { Format } from '../../../../src/text/format.ts';
import { participantLabels } from '../../../../src/text/names/participantLabels.ts';

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

const call = (of: Room, participants: readonly Participant[]) => new Call(of, participants, format);

describe('A comparison', () => {
  it('finds nothing where rooms differ only in names, SIDs and times', () => {
    const [left, right] = [1, 2].map((n) => call(room(n), [person(n)]));
    assert.ok(left && right);
    const { rows, summary, titles } = compareRooms(left, right, format);
    assert.deepEqual(rows, []);
    assert.match(summary, /^Nothing differs/);
    assert.deepEqual(titles, ['room 1', 'room 2']);
  });

  it('shows what differs in meaning: type, region, codecs, drops, errors, devices', () => {
    const left = call(room(1), [person(1), person(2)]);
    const dropped = person(3, {
      error_code: 53405,
      end_reason: 'media_connection_failed',
      publisher_info: { name: 'twilio-video.js', sdk_version: '2.28.1' },
    });
    const more = { room_type: 'go', media_region: 'us1', codecs: ['H264'] };
    const right = call(room(2, more), [dropped, person(4)]);
    const rows = new Map(compareRooms(left, right, format).rows.map((row) => [row.key, row]));
    assert.deepEqual([rows.get('room_type')?.left, rows.get('room_type')?.right], ['Group', 'Go']);
    assert.deepEqual([rows.get('codecs')?.left, rows.get('codecs')?.right], ['VP8', 'H264']);
    assert.deepEqual(
      [rows.get('dropped')?.left, rows.get('dropped')?.right],
      ['0 of 2 (0%)', '1 of 2 (50%)'],
    );
    assert.deepEqual(
      [rows.get('errors')?.left, rows.get('errors')?.right],
      ['—', '53405, media connection failed'],
    );
    assert.equal(rows.get('devices')?.right, 'twilio-video.js 2.28.1');
    assert.ok(rows.has('media_region'));
    assert.ok(!rows.has('peak') && !rows.has('edges') && !rows.has('room_name'));
  });

  it('says each value once, the most frequent first', () => {
    const edges = (...names: string[]) => names.map((edge_location, n) => person(n, { edge_location }));
    const left = call(room(1), edges('tokyo', 'dublin', 'dublin'));
    const right = call(room(1), edges('dublin', 'dublin', 'dublin'));
    const row = compareRooms(left, right, format).rows.find(({ key }) => key === 'edges');
    assert.deepEqual([row?.left, row?.right], ['Dublin (×2)\nTokyo', 'Dublin (×3)']);
  });

  it('takes the size of a room for no difference in what its participants used', () => {
    const many = (count: number, edge_location: string, from = 0) =>
      Array.from({ length: count }, (_, n) => person(from + n, { edge_location }));
    const edges = (left: Participant[], right: Participant[]) => {
      const [one, other] = [left, right].map((participants, n) => call(room(n), participants));
      assert.ok(one && other);
      return compareRooms(one, other, format).rows.find(({ key }) => key === 'edges');
    };
    assert.equal(edges(many(3, 'dublin'), many(8, 'dublin')), undefined);
    const mixed = [...many(9, 'dublin'), ...many(1, 'tokyo', 50)];
    assert.equal(edges(mixed, [...mixed, ...many(9, 'dublin', 100), ...many(1, 'tokyo', 200)]), undefined);
    const other = edges(mixed, [...many(1, 'dublin'), ...many(9, 'tokyo', 50)]);
    assert.deepEqual([other?.left, other?.right], ['Dublin (×9)\nTokyo', 'Tokyo (×9)\nDublin']);
    const sizes = [many(3, 'dublin'), many(8, 'dublin')].map((participants) => call(room(1), participants));
    const keys = sizes[0] && sizes[1] && compareRooms(sizes[0], sizes[1], format).rows.map(({ key }) => key);
    assert.deepEqual(keys, ['peak'], 'nobody of 3 and nobody of 8 dropped');
    assert.ok(edges(many(30, 'dublin'), [...many(29, 'dublin'), ...many(1, 'tokyo', 50)]), 'a new value');
  });

  it('calls participants by their labels, and knows their whole identities', () => {
    const [ana, ben] = ['Ana', 'Ben'].map((name) => JSON.stringify({ tenant: 'northside-clinic', name }));
    const [left, right] = [
      person(1, { participant_identity: ana }),
      person(2, { participant_identity: ben }),
    ];
    const { titles, fullTitles } = compareParticipants(left, right, participantLabels([left, right]), format);
    assert.deepEqual(
      [titles, fullTitles],
      [
        ['Ana', 'Ben'],
        [ana, ben],
      ],
    );
  });

  it('compares two participants by every field that means something', () => {
    const left = person(1, { publisher_info: { name: 'twilio-video.js', browser_name: 'Chrome' } });
    const right = person(2, {
      publisher_info: { name: 'twilio-video.js' },
      error_code: 53001,
      colour: 'red',
    });
    const rows = new Map(
      compareParticipants(left, right, participantLabels([left, right]), format).rows.map((row) => [
        row.key,
        row,
      ]),
    );
    assert.deepEqual(
      [...rows.keys()].toSorted(),
      ['colour', 'error_code', 'publisher_info.browser_name'].toSorted(),
    );
    assert.deepEqual([rows.get('colour')?.left, rows.get('colour')?.right], ['—', 'red']);
  });
});
