import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FoundSid, findSids, sidAt } from '../../../../src/rooms/sids/findSids.ts';

const hex = 'a0b1c2d3e4f5061728394a5b6c7d8e9f';
const room = `RM${hex}`;
const participant = `PA${hex}`;

const found = (text: string) => findSids(text).map(({ sid, offset }) => [sid, offset]);

describe('SIDs in a text', () => {
  for (const [where, text, offset] of [
    ['on its own', room, 0],
    ['in a sentence', `Room ${room}, completed.`, 5],
    ['in JSON', `{"room_sid":"${room}","x":1}`, 13],
    ['in an address', `https://insights.twilio.com/v1/Video/Rooms/${room}/Participants?PageSize=50`, 43],
    ['in an address, encoded', `https://example.org/?next=%2Frooms%2F${room}%3Fa`, 37],
    ['in JSON within JSON, after a line break', `{"msg":"failed:\\n${room}"}`, 17],
    ['after the colour of a terminal', `\u001b[1;31m${room}\u001b[0m`, 7],
    ...[
      '\\u001b[31m',
      '\\x1b[0;1m',
      '\\033[38;5;196m',
      '\\33[m',
      '\\e[K',
      '^[[1m',
      '\u001b[38:2::255:128:100m',
    ].map(
      (sequence) =>
        [
          `after a colour that is escaped, ${sequence}`,
          `[${sequence}${room}\\u001b[0m]`,
          1 + sequence.length,
        ] as const,
    ),
    ...[
      '%2F',
      '%252F',
      '%25252f',
      '\\u002f',
      '\\u002F',
      '\\x2f',
      '\\t',
      '\\\\n',
      '\\u{2f}',
      '&#47;',
      '&#x2F;',
      '%1b%5B31m',
    ].map(
      (sequence) =>
        [
          `after an escape sequence, ${sequence}`,
          `x${sequence}${room}${sequence}`,
          1 + sequence.length,
        ] as const,
    ),
    ['after a colour of 24 bits, escaped', `\\u001b[38;2;255;128;100m${room}`, 24],
    ['after an underscore', `room_${room}_recording`, 5],
    ['between other letters than ours', `комната${room}号`, 7],
  ] as const) {
    it(`are found ${where}`, () => assert.deepEqual(found(text), [[room, offset]]));
  }

  it('are found in capitals too, and as they are written', () => {
    assert.deepEqual(found(`in ${room.toUpperCase()}`), [[room.toUpperCase(), 3]]);
  });

  it('are of rooms and of participants, in their order', () => {
    assert.deepEqual(
      findSids(`${participant} left ${room}`).map(({ kind }) => kind),
      ['participant', 'room'],
    );
  });

  for (const [what, text] of [
    ['a digit less', room.slice(0, -1)],
    ['a digit more', `${room}0`],
    ['something glued to its front', `x${room}`],
    ['something glued to its end', `${room}X`],
    ['letters before it in lower case', room.toLowerCase()],
    ['a letter that is no digit', `RM${hex.slice(0, -1)}g`],
    ['another kind', `AC${hex} SK${hex} RT${hex}`],
  ] as const) {
    it(`are not found with ${what}`, () => assert.deepEqual(found(text), []));
  }

  it('are no more than are asked for', () => {
    const text = `${room} ${participant}\n`.repeat(100);
    assert.equal(findSids(text).length, 200);
    assert.deepEqual(findSids(text, 3), findSids(text).slice(0, 3));
  });

  it('are found wherever they stand, and nothing else', () => {
    const sid = fc
      .tuple(fc.constantFrom('RM', 'PA'), fc.stringMatching(/^[0-9a-fA-F]{32}$/))
      .map(([prefix, digits]) => prefix + digits);
    const between = fc
      .oneof(fc.string({ unit: 'binary' }), fc.lorem())
      .map((text) => ` ${text.replaceAll(/RM|PA/g, '')}\n`);
    fc.assert(
      fc.property(fc.array(fc.tuple(between, sid)), between, (parts, end) => {
        const text = parts.map((part) => part.join('')).join('') + end;
        const all = findSids(text);
        assert.deepEqual(
          all.map((one) => one.sid),
          parts.map(([, one]) => one),
        );
        for (const { sid: one, offset } of all) assert.ok(text.startsWith(one, offset));
      }),
    );
  });
});

describe('The SID at a place in a line', () => {
  const line = `${'.'.repeat(100)}${room} ${participant}${'.'.repeat(100)}`;
  const at = (character: number): FoundSid | undefined => sidAt(line, character);

  it('is the one that the place belongs to', () => {
    for (const character of [100, 117, 133])
      assert.deepEqual(at(character), { kind: 'room', sid: room, offset: 100 });
    for (const character of [135, 150, 169]) assert.equal(at(character)?.offset, 135);
  });

  it('is none beside it', () => {
    for (const character of [0, 50, 99, 170, 260, 10_000]) assert.equal(at(character), undefined);
  });

  it('is none of what only looks like one when its surroundings are cut off', () => {
    const glued = `${'f'.repeat(60)}${room}${'f'.repeat(60)}`;
    for (let character = 0; character < glued.length; character++)
      assert.equal(sidAt(glued, character), undefined);
  });
});
