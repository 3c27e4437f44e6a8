import assert from 'node:assert/strict';
import { savedFileName } from '../../../../src/export/savedRoom/fileName.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { savedAt } from './savedSample.ts';

describe('The name of a saved room’s file', () => {
  const sid = `RM${'a'.repeat(32)}`;
  const named = (name: unknown) => savedFileName(new Room({ room_sid: sid, room_name: name }), savedAt);

  it('has the room’s name, its SID and the day', () => {
    assert.equal(named('support call'), `support call ${sid} 2026-11-25.video-room.json`);
    assert.equal(named(null), `${sid} 2026-11-25.video-room.json`);
  });

  it('leads to no other folder, and is a name on every system', () => {
    for (const hostile of [
      '../../etc/passwd',
      'C:\\Windows\\x',
      '.hidden',
      '...',
      'a\u0000b\nc',
      '\u202Egnp.exe',
      'x'.repeat(10_000),
      '😀'.repeat(200),
      'con:*?"<>|%2e%2e%2f',
      '-rf',
      ' '.repeat(9),
    ]) {
      const name = named(hostile);
      assert.match(name, new RegExp(`^(?![.\\s-]).*${sid} 2026-11-25\\.video-room\\.json$`, 'u'));
      assert.doesNotMatch(name, /[\p{Cc}\p{Cf}\\/:*?"<>|%]/u);
      assert.ok(new TextEncoder().encode(name).byteLength < 255, hostile);
      assert.ok(name.isWellFormed());
    }
  });
});
