import assert from 'node:assert/strict';
import { findRoomSid, foldSid, isRoomSid, isSameSid } from '../../../../src/insights/core/sid.ts';

const sid = `RM${'0123456789abcdef'.repeat(2)}`;

describe('SIDs', () => {
  it('has two letters and 32 digits; the 33 of documentation samples are malformed', () => {
    assert.ok(isRoomSid(sid));
    assert.ok(!isRoomSid(`${sid}0`));
    assert.ok(!isRoomSid(sid.slice(0, -1)));
    assert.ok(isRoomSid(sid.toUpperCase()), 'Twilio’s pattern allows capitals');
    assert.ok(!isRoomSid(sid.toLowerCase()));
    assert.ok(!isRoomSid(`PA${sid.slice(2)}`));
    assert.ok(!isRoomSid(undefined));
  });

  it('is found in a line of a log, in any case, and not within a longer word', () => {
    assert.equal(findRoomSid(`room=${sid.toUpperCase()}, dropped`), sid.toUpperCase());
    assert.equal(findRoomSid(`room=${sid.toLowerCase()}, dropped`), sid);
    assert.equal(findRoomSid(`https://insights.twilio.com/v1/Video/Rooms/${sid}/Participants`), sid);
    assert.equal(findRoomSid(`${sid}0`), undefined);
    assert.equal(findRoomSid(`x${sid}`), undefined);
    assert.equal(findRoomSid(''), undefined);
  });

  it('is the same in any case of its digits, and nothing else is', () => {
    assert.ok(isSameSid(sid, sid.toUpperCase()));
    assert.equal(foldSid(sid.toUpperCase()), sid);
    assert.ok(!isSameSid(sid, `PA${sid.slice(2)}`));
    assert.ok(!isSameSid(sid, sid.replace('0', '1')));
    const json = '{"room_name":"ABC"}';
    assert.equal(foldSid(json), json);
  });
});
