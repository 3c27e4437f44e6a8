import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InsightsClient } from '../../../src/insights/client.ts';
import { Participant } from '../../../src/insights/participant.ts';
import { Room } from '../../../src/insights/room.ts';
import { Format } from '../../../src/rooms/format.ts';
import { groupRooms } from '../../../src/rooms/grouping.ts';
import { participantsView } from '../../../src/rooms/participantsView.ts';
import {
  participantLine,
  participantSpoken,
  roomFacts,
  roomLine,
  roomSpoken,
} from '../../../src/rooms/roomLine.ts';
import { roomView } from '../../../src/rooms/roomView.ts';
import { never, pageReply, scripted } from '../insights/scripted.ts';

const format = new Format({ locale: 'en', times: 'utc', now: () => Date.UTC(2026, 10, 22) });
const roomNames = Object.keys(new Room({}).fields);
const participantNames = Object.keys(new Participant({}).fields);

/** What may stand in a field that somebody else fills: wrong types, new values, hostile and huge text. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '\u202Egnp.exe',
    '{{constructor.constructor("x")()}}',
    'javascript:alert(1)',
    '$(trash) [x](command:workbench.action.quit)',
    'x'.repeat(100_000),
    '0001-01-01T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    Number.MAX_VALUE,
    -0,
    '99999999999999999999',
  ),
);

/** A resource with some of its fields, each holding anything, and some that we do not know. */
function resource(names: readonly string[]) {
  const known = fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] });
  const unknown = fc.dictionary(fc.string({ maxLength: 12 }), anything, { maxKeys: 3 });
  return fc.tuple(unknown, known).map(([more, fields]) => ({ ...more, ...fields }));
}

describe('Rooms and participants that hold anything', () => {
  it('loses no row and no field, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(resource(roomNames), { maxLength: 8 }), async (rows) => {
        const client = new InsightsClient(
          scripted([pageReply('rooms', rows)]),
          'https://insights.twilio.com',
        );
        const { value: page } = await client.listRooms({ createdAfter: 0, createdBefore: 1 }, never).next();
        assert.equal(page?.items.length, rows.length);
        const grouped = groupRooms(page?.items ?? []).flatMap(({ rooms }) => rooms);
        assert.equal(grouped.length, rows.length);
        for (const room of grouped) assertShown(room);
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('shows every property of every participant', () => {
    fc.assert(
      fc.property(
        fc.array(resource(participantNames), { maxLength: 5 }),
        resource(roomNames),
        (rows, roomJson) => {
          const participants = rows.map((json) => new Participant(json));
          const view = participantsView(
            { state: 'complete', participants, stale: false, unreadable: 0 },
            format,
          );
          assert.equal(view.rows.length, rows.length);
          const room = new Room(roomJson);
          for (const participant of participants) {
            assert.equal(typeof participantLine(participant, room, format), 'string');
            assert.equal(typeof participantSpoken(participant, room, format), 'string');
            const keys = new Set(view.columns.map(({ key }) => key.split('.', 1)[0]));
            for (const name of participantNames) assert.ok(keys.has(name), `${name} has no column`);
            for (const name of participant.otherNames) {
              assert.ok(
                view.columns.some(({ key }) => key === name),
                `${name} has no column`,
              );
            }
          }
          for (const row of view.rows) assert.equal(row.cells.length, view.columns.length);
        },
      ),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});

function assertShown(room: Room): void {
  const shown = roomView(room, format);
  const keys = new Set(shown.groups.flatMap(({ properties }) => properties.map(({ key }) => key)));
  for (const name of [...roomNames, ...room.otherNames]) {
    assert.ok(keys.has(name) || (name === 'links' && hasKeyBelow(keys, name)), `${name} is not shown`);
  }
  for (const { key, state, raw } of shown.groups.flatMap(({ properties }) => properties)) {
    if (Object.hasOwn(room.json, key) && room.json[key] !== null) assert.equal(typeof raw, 'string', key);
    else if (Object.hasOwn(room.json, key)) assert.equal(state, 'null', key);
  }
  assert.equal(typeof roomLine(room, format), 'string');
  assert.equal(typeof roomSpoken(room, format), 'string');
  assert.ok(roomFacts(room, format).length > 0);
}

function hasKeyBelow(keys: ReadonlySet<string>, name: string): boolean {
  return [...keys].some((key) => key.startsWith(`${name}.`));
}
