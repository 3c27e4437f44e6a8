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
      participantsView(state, format, 3, call).rows.map(({ cells }) =>
        cells.some(({ tone }) => tone === 'error'),
      );
    assert.deepEqual(tones(analyzeCall(room, participants, Date.now())), [false, false, true]);
    assert.deepEqual(tones(), [true, true, true], 'not known how the stays ended');
  });
});
