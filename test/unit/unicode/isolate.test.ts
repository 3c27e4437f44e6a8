import assert from 'node:assert/strict';
import { nameInText } from '../../../src/calls/findings/common/nameText.ts';
import { roomReport } from '../../../src/export/report/roomReport.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { participantLabels } from '../../../src/text/names/participantLabels.ts';
import { markUnseen, plainText } from '../../../src/text/plainText.ts';
import { roomAccessibleLabel, roomTitle } from '../../../src/text/roomText.ts';
import { foldText } from '../../../src/unicode/foldText.ts';
import { afterName, isolate } from '../../../src/unicode/isolate.ts';
import { truncate } from '../../../src/unicode/truncate.ts';
import { format } from '../calls/calls.ts';

const names = ['דנה', 'محمد 12', 'חדר (1)', 'ދިވެހި', '𞤀𞤣𞤤𞤢𞤥'];

/** No letter from right to left stands outside of an isolate, and each isolate is closed. */
function assertIsolated(text: string): void {
  let depth = 0;
  for (const character of text) {
    if (character === '\u2068') depth++;
    if (character === '\u2069') depth--;
    assert.ok(depth >= 0, text);
    if (/[\u0590-\u08ff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(character)) assert.ok(depth > 0, text);
    assert.doesNotMatch(character, /[\u202a-\u202e\u2066\u2067]/);
    if (character === '\n') assert.equal(depth, 0, text);
  }
  assert.equal(depth, 0, text);
}

describe('A name from right to left', () => {
  for (const name of names) {
    it(`never reorders the text around it: ${name}`, () => {
      const room = new Room({
        room_sid: `RM${'0'.repeat(32)}`,
        room_name: name,
        room_status: 'completed',
        end_reason: name,
        media_region: name,
      });
      const participants = [name, `${name} 2`].map(
        (participant_identity) =>
          new Participant({ participant_identity, end_reason: name, status: 'completed' }),
      );
      const [first] = participants;
      assert.ok(first);
      for (const text of [
        ...[roomTitle(room), plainText(name), nameInText(name), plainText(plainText(name))],
        ...[nameInText(participantLabels(participants)(first)), nameInText(roomTitle(room))],
        roomReport({ room, participants }, { names: true }, format),
      ]) {
        assertIsolated(text);
        assert.ok(!text.includes('[U+'), text);
      }
    });
  }

  it('is a label as it is, and keeps the digits behind it in their place', () => {
    const room = new Room({ room_name: 'דנה', room_status: 'completed' });
    assert.ok(roomAccessibleLabel(room, format).startsWith('דנה'));
    assert.equal(afterName(roomTitle(room), '10:00 · 2 min'), '\u200e10:00 · 2 min');
    assert.equal(afterName('Zoë', '10:00 · 2 min'), '10:00 · 2 min');
    assert.equal(afterName('דנה', ''), '');
  });

  it('is isolated once, and a name from left to right not at all', () => {
    assert.equal(isolate(isolate('דנה')), '\u2068דנה\u2069');
    assert.equal(plainText(plainText('דנה')), '\u2068דנה\u2069');
    for (const name of ['Zoë', '田中', '12', '👩‍👩‍👧']) assert.equal(isolate(name), name);
  });

  it('has no characters that change the direction', () => {
    assert.equal(plainText('\u202eדנה\u2069'), '\u2068[U+202E]דנה[U+2069]\u2069');
    assert.equal(plainText('alice\u202e'), 'alice[U+202E]');
    assert.equal(markUnseen('a\u2068b'), 'a[U+2068]b');
    assert.equal(markUnseen('a\u2068b\u202e\u2069'), 'a[U+2068]b[U+202E][U+2069]');
  });

  it('is isolated also if it is cut', () => {
    assertIsolated(truncate(plainText('דנה '.repeat(30)), 60));
    assertIsolated(plainText('דנה '.repeat(300)));
  });

  it('is found as it is typed', () => {
    assert.ok(foldText(plainText('דנה כהן')).includes(foldText(plainText('כהן'))));
  });
});
