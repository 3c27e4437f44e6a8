import assert from 'node:assert/strict';
import { findRoomSid, isRoomSid } from '../../../../src/insights/core/sid.ts';

const sid = `RM${'0123456789abcdef'.repeat(2)}`;

describe('SIDs', () => {
  it('has two letters and 32 digits; the 33 of documentation samples are malformed', () => {
    assert.ok(isRoomSid(sid));
    assert.ok(!isRoomSid(`${sid}0`));
    assert.ok(!isRoomSid(sid.slice(0, -1)));
    assert.ok(!isRoomSid(sid.toUpperCase()));
    assert.ok(!isRoomSid(`PA${sid.slice(2)}`));
    assert.ok(!isRoomSid(undefined));
  });

  it('is found in a line of a log, in any case, and not within a longer word', () => {
    assert.equal(findRoomSid(`room=${sid.toUpperCase()}, dropped`), sid);
    assert.equal(findRoomSid(`https://insights.twilio.com/v1/Video/Rooms/${sid}/Participants`), sid);
    assert.equal(findRoomSid(`${sid}0`), undefined);
    assert.equal(findRoomSid(`x${sid}`), undefined);
    assert.equal(findRoomSid(''), undefined);
  });
});
