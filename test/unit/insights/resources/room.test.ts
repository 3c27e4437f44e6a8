import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';

const sid = `RM${'0123456789abcdef'.repeat(2)}`;

describe('Fields of a room', () => {
  it('reads date-times with and without milliseconds', () => {
    const room = new Room({ create_time: '2026-11-20T10:00:00Z', end_time: '2026-11-20T10:00:00.250Z' });
    assert.equal(room.read('create_time'), Date.UTC(2026, 10, 20, 10));
    assert.equal(room.read('end_time'), Date.UTC(2026, 10, 20, 10, 0, 0, 250));
  });

  it('reads a time without a zone as UTC', () => {
    assert.equal(
      new Room({ create_time: '2026-11-20T10:00:00' }).read('create_time'),
      Date.UTC(2026, 10, 20, 10),
    );
  });

  it('reads an int64 that arrives as a number or as a numeric string', () => {
    assert.equal(new Room({ duration_sec: 90 }).read('duration_sec'), 90);
    assert.equal(new Room({ duration_sec: '90' }).read('duration_sec'), 90);
  });

  it('rejects NaN, negatives and other nonsense field by field, not row by row', () => {
    for (const bad of ['NaN', -1, '-1', '', '1e3', {}, [], true]) {
      const room = new Room({ room_sid: sid, duration_sec: bad, max_participants: 4 });
      assert.equal(room.read('duration_sec'), undefined, String(bad));
      assert.equal(room.state('duration_sec'), 'invalid', String(bad));
      assert.equal(room.read('max_participants'), 4);
      assert.equal(room.sid, sid);
    }
    assert.equal(new Room({ create_time: 'yesterday' }).state('create_time'), 'invalid');
    assert.equal(new Room({ create_time: '2026-99-99T99:99:99Z' }).state('create_time'), 'invalid');
  });

  it('tells null, missing and a value apart', () => {
    const room = new Room({ end_reason: null, room_name: '' });
    assert.equal(room.state('end_reason'), 'null');
    assert.equal(room.state('room_type'), 'missing');
    assert.equal(room.state('room_name'), 'value');
  });

  it('normalises spellings before comparing and keeps the raw value', () => {
    for (const spelling of ['in_progress', 'in-progress', 'IN-PROGRESS']) {
      const room = new Room({ room_status: spelling });
      assert.equal(room.status, 'in_progress');
      assert.ok(room.live);
      assert.equal(room.json.room_status, spelling);
    }
  });

  it('stays missing when fields are replaced, as in a report with pseudonyms', () => {
    const room = new Room({ room_sid: sid, room_status: 'in-progress', room_name: 'Anna' });
    const renamed = room.asMissing().with({ room_name: '(room name)' });
    assert.deepEqual([renamed.missing, renamed.live, renamed.status], [true, false, 'completed']);
    assert.equal(room.with({ room_name: '' }).live, true);
  });

  it('takes a room in progress for completed if it has an end time or a finished summary', () => {
    for (const more of [
      { end_time: '2026-11-20T10:00:00Z' },
      { end_time: '2026-11-20T10:00:00.250Z', processing_state: 'in_progress' },
      { processing_state: 'complete' },
      { processing_state: 'Completed', end_time: null },
    ]) {
      const row = { room_sid: sid, room_status: 'in-progress', ...more };
      const room = new Room(row);
      assert.equal(room.status, 'completed', JSON.stringify(more));
      assert.equal(room.live, false, JSON.stringify(more));
      assert.deepEqual(room.json, row);
      assert.deepEqual(room.sent, row);
      assert.equal(room.read('room_status'), 'in-progress');
    }
  });

  it('takes a room in progress at its word if nothing else says that it is over', () => {
    for (const more of [
      {},
      { end_time: null, duration_sec: 90 },
      { end_time: '' },
      { end_time: 'soon' },
      { end_time: 1763632800 },
      { processing_state: 'in_progress' },
      { processing_state: 'not-started' },
      { processing_state: 'incomplete' },
      { end_reason: 'timeout' },
    ]) {
      const room = new Room({ room_sid: sid, room_status: 'in_progress', ...more });
      assert.deepEqual([room.status, room.live], ['in_progress', true], JSON.stringify(more));
    }
  });

  it('changes no other status because of an end time', () => {
    for (const status of ['failed', 'archived', undefined]) {
      const room = new Room({ room_status: status, end_time: '2026-11-20T10:00:00Z' });
      assert.deepEqual([room.status, room.live], [status, false]);
    }
  });

  it('keeps enumeration values that came later, and fields that came later', () => {
    const room = new Room({ room_status: 'archived', media_region: 'stage_us1', colour: 'red' });
    assert.equal(room.status, 'archived');
    assert.equal(room.read('media_region'), 'stage_us1');
    assert.deepEqual(room.otherNames, ['colour']);
  });

  it('has a key also without a SID, the same for the same content', () => {
    const [one, same, other] = [new Room({ room_name: 'a' }), new Room({ room_name: 'a' }), new Room({})];
    assert.equal(one.key, same.key);
    assert.notEqual(one.key, other.key);
    assert.equal(one.sid, undefined);
  });

  it('leaves codecs that are no text out, and keeps the others', () => {
    assert.deepEqual(new Room({ codecs: ['VP8', null, 7, 'opus'] }).read('codecs'), ['VP8', 'opus']);
  });
});
