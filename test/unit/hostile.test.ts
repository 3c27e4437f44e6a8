import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Call } from '../../src/calls/summary/call.ts';
import { InsightsClient } from '../../src/insights/client/insightsClient.ts';
import { Participant } from '../../src/insights/resources/participant.ts';
import { Room } from '../../src/insights/resources/room.ts';
import { compareRooms } from '../../src/pages/room/compareView.ts';
import { participantsView } from '../../src/pages/room/participantsView.ts';
import { pageState } from '../../src/pages/room/roomPage.ts';
import { roomView } from '../../src/pages/room/roomView.ts';
import { groupRooms } from '../../src/rooms/visible/grouping.ts';
import { Format } from '../../src/text/format.ts';
import { participantAccessibleLabel, participantLine } from '../../src/text/participantText.ts';
import { mainFields, roomAccessibleLabel, roomLine } from '../../src/text/roomText.ts';
import { callOf } from '../callOf.ts';
import { resource } from '../fuzz/arbitrary.ts';
import { never, pageReply, scripted } from './insights/scriptedTransport.ts';

const format = new Format({ locale: 'en', times: 'utc', now: () => Date.UTC(2026, 10, 22) });
const roomNames = Object.keys(new Room({}).fields);
const participantNames = Object.keys(new Participant({}).fields);

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
            assert.equal(typeof participantAccessibleLabel('', participant, room, format), 'string');
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

/** Values that would mislead without being seen: in every field, and as names of fields. */
const misleading = fc.constantFrom(
  'invoice\u202egnp.exe\u202c',
  '\u2066inner\u2069 \u200bzero\ufeff',
  '\u0000\u0007\u001b[31m',
  '\u061c\u200e\u200f',
  `\u202e${'W'.repeat(300)}`,
);

describe('Characters that nobody would see', () => {
  it('are marks in everything that the page shows; what is copied stays as it was', () => {
    const fields = (names: readonly string[]) =>
      fc.tuple(
        fc.record(Object.fromEntries(names.map((name) => [name, misleading])), { requiredKeys: [] }),
        fc.dictionary(misleading, misleading, { maxKeys: 2 }),
        fc.record({
          room_status: fc.constant('completed'),
          create_time: fc.constant('2026-11-21T10:00:00Z'),
        }),
      );
    const joined = { join_time: '2026-11-21T10:01:00Z', leave_time: '2026-11-21T10:02:00Z' };
    fc.assert(
      fc.property(
        fields(roomNames),
        fc.array(fields(participantNames), { minLength: 1, maxLength: 3 }),
        (parts, rows) => {
          const sid = `RM${'a'.repeat(32)}`;
          const room = new Room({ ...parts[0], ...parts[1], ...parts[2], room_sid: sid });
          const participants = rows.map(
            ([known, unknown]) =>
              new Participant({
                ...known,
                ...unknown,
                ...joined,
                publisher_info: unknown,
                properties: known,
              }),
          );
          const participantsState = { state: 'complete', participants, stale: false, unreadable: 0 } as const;
          const call = callOf(room, participantsState, format);
          const facts = { room, participantsState, call, loading: false, signedIn: true };
          assertMarked(pageState({ ...facts, chosen: participants[0]?.key }, format));
          const other = new Room({ room_sid: sid });
          assertMarked(
            compareRooms(new Call(room, participants, format), new Call(other, [], format), format),
          );
          assertMarked([roomLine(room, format), roomAccessibleLabel(room, format), mainFields(room, format)]);
        },
      ),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});

/** What stands for the thing itself and is not shown: the value to copy, keys, the address. */
const unshown = new Set(['raw', 'key', 'participant', 'participants', 'href']);

function assertMarked(shown: unknown, name = ''): void {
  if (typeof shown === 'string') {
    if (!unshown.has(name)) assert.doesNotMatch(shown, /[\p{Bidi_Control}\u200b\ufeff]|(?!\s)\p{Cc}/u, name);
  } else if (shown && typeof shown === 'object') {
    for (const [key, value] of Object.entries(shown)) assertMarked(value, Array.isArray(shown) ? name : key);
  }
}

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
  assert.equal(typeof roomAccessibleLabel(room, format), 'string');
  assert.ok(mainFields(room, format).length > 0);
}

function hasKeyBelow(keys: ReadonlySet<string>, name: string): boolean {
  return [...keys].some((key) => key.startsWith(`${name}.`));
}
