import assert from 'node:assert/strict';
import { validateRoomSid } from '../../../../src/rooms/sids/validateRoomSid.ts';

const hex = '0123456789abcdef'.repeat(2);

describe('What is typed', () => {
  it('checks a room’s SID with a clear message', () => {
    assert.equal(validateRoomSid(` RM${hex}\n`), undefined);
    assert.equal(validateRoomSid(`rm${hex.toUpperCase()}`), undefined);
    assert.match(validateRoomSid('') ?? '', /Enter/);
    assert.match(validateRoomSid('my room') ?? '', /name/);
    assert.match(validateRoomSid(`PA${hex}`) ?? '', /participant/);
    assert.match(validateRoomSid(`RM${hex}f`) ?? '', /these are 33/);
    assert.match(validateRoomSid('RM12g') ?? '', /“g”/);
    assert.match(validateRoomSid('constructor') ?? '', /begins with RM/);
  });
});
