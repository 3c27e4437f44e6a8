import assert from 'node:assert/strict';
import { analyzeCall, type CallAnalysis } from '../../../../src/calls/analysis/analyzeCall.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { participantProperties, participantsView } from '../../../../src/pages/room/participantsView.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });

describe('Values in words', () => {
  it('shows the label of an identity, and has the whole one on hover and to copy', () => {
    const identities = ['Ana', 'Ben'].map((name) => JSON.stringify({ tenant: 'northside-clinic', name }));
    const participants = [...identities, 'Carol', '', null].map(
      (identity) => new Participant({ participant_identity: identity }),
    );
    const { columns, rows } = participantsView(
      { state: 'complete', participants, stale: false, unreadable: 0 },
      format,
      2,
    );
    assert.equal(columns[0]?.key, 'participant_identity');
    assert.deepEqual(
      rows.map(({ name, cells: [cell] }) => [name, cell?.text, cell?.exact, cell?.raw]),
      [
        ['Ana', 'Ana', identities[0], identities[0]],
        ['Ben', 'Ben', identities[1], identities[1]],
      ],
    );
    const all = participantsView({ state: 'complete', participants, stale: false, unreadable: 0 }, format);
    const others = all.rows.slice(2).map(({ cells: [cell] }) => cell);
    assert.deepEqual(
      others.map((cell) => [cell?.text, cell?.exact]),
      [
        ['Carol', undefined],
        ['(empty)', undefined],
        ['—', undefined],
      ],
    );
    const [first] = participants;
    assert.equal(first && participantProperties(first, format)[0]?.text, identities[0], 'details are whole');
  });

  it('says that nobody joined only if Twilio counted nobody', () => {
    const state = { state: 'complete', participants: [], stale: false, unreadable: 0 } as const;
    const summaryFor = (json: object) =>
      participantsView(state, format, 9, analyzeCall(new Room({ ...json }), [], format.now())).summary;
    assert.equal(summaryFor({ unique_participants: 0 }), 'Nobody joined this room');
    assert.equal(
      summaryFor({ unique_participants: 3 }),
      'Twilio lists no participants, although it counted 3 participants',
    );
  });

  it('unfolds the open objects of all participants', () => {
    const participants = [
      new Participant({
        publisher_info: { name: 'twilio-video.js', fancy: [1] },
        properties: { num_audio_tracks: 1 },
      }),
      new Participant({ publisher_info: 'gone' }),
      new Participant({}),
    ];
    const { columns, rows } = participantsView(
      { state: 'complete', participants, stale: false, unreadable: 0 },
      format,
    );
    const column = (key: string) => columns.findIndex((one) => one.key === key);
    assert.equal(rows[0]?.cells[column('publisher_info.name')]?.text, 'twilio-video.js');
    assert.equal(rows[0]?.cells[column('publisher_info.fancy')]?.text, '[1]');
    assert.equal(rows[0]?.cells[column('properties.num_audio_tracks')]?.text, '1');
    assert.equal(rows[1]?.cells[column('publisher_info.name')]?.text, 'gone');
    assert.equal(rows[2]?.cells[column('publisher_info.name')]?.state, 'missing');
  });

  it('shows an error as a failure only where it ended the stay', () => {
    const person = (n: number, more: object) =>
      new Participant({
        ...{ participant_sid: `PA${String(n).padStart(32, '0')}`, participant_identity: `p${n}` },
        ...{ join_time: '2026-11-22T10:00:00Z', leave_time: '2026-11-22T10:30:00Z', ...more },
      });
    const participants = [
      person(1, { error_code: 53001, end_reason: 'disconnected_via_api' }),
      person(2, { error_code: 53118, end_reason: 'room_completed' }),
      person(3, { error_code: 53001 }),
    ];
    const room = new Room({
      ...{ room_status: 'completed', end_reason: 'room_ended_via_api' },
      ...{ create_time: '2026-11-22T10:00:00Z', end_time: '2026-11-22T10:30:05Z' },
    });
    const state = { state: 'complete', participants, stale: false, unreadable: 0 } as const;
    const tones = (call?: CallAnalysis) =>
      participantsView(state, format, 3, call)
        .rows.toSorted((one, other) => (one.name < other.name ? -1 : 1))
        .map(({ cells }) => cells.some(({ tone }) => tone === 'error'));
    assert.deepEqual(tones(analyzeCall(room, participants, Date.now())), [false, false, true]);
    assert.deepEqual(tones(), [true, true, true], 'not known how the stays ended');
  });

  it('has in sight what is read first: failures first, short times, the date once, columns as wide as needed', () => {
    const person = (name: string, from: string, to: string, more: object = {}) =>
      new Participant({
        participant_sid: `PA${name.padStart(32, '0')}`,
        participant_identity: name,
        join_time: `2026-11-22T${from}Z`,
        leave_time: `2026-11-${to}Z`,
        duration_sec: 600,
        ...more,
      });
    const participants = [
      person('early', '09:00:00', '22T09:40:00'),
      person('failed', '09:10:05', '22T09:24:00', {
        error_code: 53405,
        end_reason: 'media_connection_failed',
        publisher_info: { name: 'twilio-video.js', sdk_version: '2.28.1' },
      }),
      person('late', '23:50:00', '23T00:10:00'),
    ];
    const { columns, rows, summary } = participantsView(
      { state: 'complete', participants, stale: false, unreadable: 0 },
      format,
    );
    assert.deepEqual(
      columns.slice(0, 7).map(({ key }) => key),
      [
        ...['participant_identity', 'error_code', 'join_time', 'leave_time', 'duration_sec', 'end_reason'],
        'publisher_info',
      ],
    );
    assert.deepEqual(
      rows.map(({ name, cells }) => [name, cells[2]?.text, cells[3]?.text]),
      [
        ['failed', '09:10:05', '09:24:00'],
        ['early', '09:00:00', '09:40:00'],
        ['late', '23:50:00', 'Nov 23, 00:10:00'],
      ],
    );
    assert.match(summary, /^3 participants · Sunday, Nov 22/);
    assert.equal(rows[0]?.cells[6]?.text, 'twilio-video.js 2.28.1');
    const all = columns.slice(0, 7).reduce((sum, { width }) => sum + width, 0);
    assert.ok(all <= 110, `at 1,280 px there is room for 110 characters beside the sidebar: ${all}`);
    const sid = columns.find(({ key }) => key === 'participant_sid');
    assert.ok(sid && sid.width >= 34, 'a SID is whole');
  });

  it('has each column once, also while the clients of a room in progress are not known', () => {
    for (const publisher_info of [undefined, null, {}, 'no object', { name: 'twilio-video.js' }]) {
      const participants = [new Participant({ participant_identity: 'Anna', publisher_info })];
      const { columns } = participantsView(
        { state: 'complete', participants, stale: false, unreadable: 0 },
        format,
      );
      const keys = columns.map(({ key }) => key);
      assert.deepEqual(keys, [...new Set(keys)], JSON.stringify(publisher_info));
      assert.ok(keys.includes('publisher_info'));
    }
  });

  it('never needs more width for what is read first than there is at 1,280 px', () => {
    const long = 'x'.repeat(90);
    const participant = new Participant({
      participant_identity: long,
      error_code: 53405,
      end_reason: long,
      join_time: '2026-11-22T09:00:00Z',
      leave_time: '2026-11-23T10:00:00Z',
      duration_sec: 90_000,
      publisher_info: { name: long },
    });
    const { columns } = participantsView(
      { state: 'complete', participants: [participant], stale: false, unreadable: 0 },
      format,
    );
    assert.ok(columns.slice(0, 7).reduce((sum, { width }) => sum + width, 0) <= 120);
  });
});
