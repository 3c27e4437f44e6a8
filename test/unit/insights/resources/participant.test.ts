import assert from 'node:assert/strict';
import { Participant } from '../../../../src/insights/resources/participant.ts';

describe('Fields of a participant', () => {
  it('has no error where the code is 0 or null', () => {
    assert.equal(new Participant({ error_code: 0 }).errorCode, undefined);
    assert.equal(new Participant({ error_code: null }).errorCode, undefined);
    assert.equal(new Participant({ error_code: 53405 }).errorCode, 53405);
    assert.equal(new Participant({ error_code: '53405' }).errorCode, 53405);
  });

  it('has ended by a leave time, or by the status completed or disconnected', () => {
    assert.ok(new Participant({ leave_time: '2026-11-20T10:00:00Z' }).ended);
    assert.ok(new Participant({ status: 'completed' }).ended);
    assert.ok(new Participant({ status: 'disconnected' }).ended);
    assert.ok(!new Participant({ status: 'connected', leave_time: null }).ended);
    assert.ok(!new Participant({ status: 'in-progress' }).ended);
  });
});
