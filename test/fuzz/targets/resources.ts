import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameInText } from '../../../src/calls/findings/common/nameText.ts';
import { parseJson } from '../../../src/insights/core/json.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import type { FieldTable, Resource } from '../../../src/insights/resources/resource.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { pageState } from '../../../src/pages/room/roomPage.ts';
import { Format } from '../../../src/text/format.ts';
import { identityLabels } from '../../../src/text/names/identityLabels.ts';
import { roomAccessibleLabel, roomLine } from '../../../src/text/roomText.ts';
import { callOf } from '../../callOf.ts';
import { resource, textOf } from '../arbitrary.ts';
import type { Target } from '../target.ts';

const format = new Format({ locale: 'en', times: 'utc', now: () => Date.UTC(2026, 10, 22) });
const roomNames = Object.keys(new Room({}).fields);
const participantNames = Object.keys(new Participant({}).fields);

/** A number as it may be written, which JavaScript would not always write so. */
const numeral = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.constant('0'), fc.bigInt({ min: 1n, max: 10n ** 22n }).map(String)),
    fc.constantFrom('', '.0', '.5', '.10', 'e5', 'E-7'),
  )
  .map((parts) => parts.join(''));

/** Where JSON may have spaces: no text has this character, which JSON writes as an escape. */
const gap = '\u0001';
const spaced = (parts: readonly string[]) => parts.join(`${gap},${gap}`);

/** JSON with gaps, and names that are not numbers (those JavaScript would put in another order). */
const gappy = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    numeral,
    fc.constantFrom('null', 'true', 'false', '""'),
    fc.string().map((text) => JSON.stringify(text)),
    fc.array(tie('value'), { maxLength: 3 }).map((values) => `[${gap}${spaced(values)}${gap}]`),
    fc
      .array(tie('value'), { maxLength: 3 })
      .map(
        (values) =>
          `{${gap}${spaced(values.map((value, place) => `"k${place}"${gap}:${gap}${value}`))}${gap}}`,
      ),
  ),
})).value;

/** An identity as applications make them: anything, and JSON that nearly is the same. */
const identity = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 130 }),
  fc.json({ maxDepth: 3, stringUnit: 'binary' }),
  textOf('{"name":"Ana"', ',"id":1', '}', 'Ana', ' (2)', '“', '…', 'x'.repeat(45), '\u200b', '\u0301'),
);

export const resourceTargets: readonly Target[] = [
  {
    name: 'fields of rooms and participants',
    property: fc.property(resource(roomNames), resource(participantNames), (roomJson, participantJson) => {
      const before = JSON.stringify([roomJson, participantJson]);
      assertRead(new Room(roomJson));
      assertRead(new Participant(participantJson));
      assert.equal(JSON.stringify([roomJson, participantJson]), before);
    }),
  },
  {
    name: 'rooms and participants on the page',
    property: fc.property(
      resource(roomNames),
      fc.array(resource(participantNames), { maxLength: 3 }),
      (roomJson, rows) => {
        const room = new Room(roomJson);
        const participants = rows.map((json) => new Participant(json));
        const participantsState = { state: 'complete', participants, stale: false, unreadable: 0 } as const;
        const call = callOf(room, participantsState, format);
        const facts = {
          room,
          participantsState,
          call,
          loading: false,
          signedIn: true,
          chosen: participants[0]?.key,
        };
        const state = pageState(facts, format);
        assert.ok(JSON.stringify(state).length > 0);
        assert.ok(roomLine(room, format).length + roomAccessibleLabel(room, format).length < 5000);
      },
    ),
  },
  {
    name: 'identities',
    property: fc.property(fc.array(identity, { maxLength: 8 }), (identities) => {
      const labels = identityLabels(identities);
      assert.equal(labels.size, new Set(identities).size);
      assert.equal(new Set([...labels.values()].map(nameInText)).size, labels.size);
      for (const label of labels.values()) assert.ok(label !== '' && [...label].length <= 160, label);
    }),
  },
  {
    name: 'numbers in JSON',
    property: fc.property(gappy, fc.constantFrom('', ' ', '\n\t', ' \r\n  '), (value, space) => {
      const text = `{${gap}"value"${gap}:${gap}${value}${gap}}`;
      assert.equal(JSON.stringify(parseJson(text.replaceAll(gap, space))), text.replaceAll(gap, ''));
      assert.equal(JSON.stringify(parseJson(value.replaceAll(gap, space))), value.replaceAll(gap, ''));
    }),
  },
];

/** Every field is a value, null, missing or invalid, and never two of them. */
function assertRead<Fields extends FieldTable>(one: Resource<Fields>): void {
  for (const name of Object.keys(one.fields)) {
    const state = one.state(name);
    const value: unknown = one.read(name);
    assert.equal(value !== undefined, state === 'value', name);
    assert.equal(state === 'missing', !Object.hasOwn(one.json, name), name);
    assert.equal(state === 'null', Object.hasOwn(one.json, name) && one.json[name] === null, name);
    if (typeof value === 'number') assert.ok(Number.isFinite(value), name);
  }
}
