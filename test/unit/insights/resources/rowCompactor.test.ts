import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJson } from '../../../../src/insights/core/json.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { RowCompactor, restore, restoredField } from '../../../../src/insights/resources/rowCompactor.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';

const sid = `RM${'0123456789abcdef'.repeat(2)}`;
const base = 'https://insights.twilio.com/v1/Video/Rooms/';
const rowOf = (text: string) => parseJson(text) as Record<string, unknown>;

describe('rows made small', () => {
  it('are written again letter by letter, whatever stands in them', () => {
    const address = fc.oneof(
      fc.constantFrom(
        `${base}${sid}`,
        `${base}${sid}/`,
        `http://127.0.0.1:4010/${sid}`,
        sid,
        '',
        base,
        null,
        7,
      ),
      fc.string(),
    );
    const links = fc.oneof(
      fc.constantFrom(
        { participants: `${base}${sid}/Participants` },
        { participants: `${base}${sid}/Participants`, recordings: 'x' },
        { participants: `${base}${sid}/participants` },
        { participants: null },
        {},
        null,
        [],
      ),
      fc.jsonValue(),
    );
    const row = fc.record(
      {
        account_sid: fc.constantFrom('AC1', 'AC2', null),
        room_sid: fc.constantFrom(sid, '', null, 5, `${sid}0`),
        codecs: fc.oneof(fc.constantFrom(['VP8', 'opus'], ['VP8'], [], [1], null), fc.array(fc.jsonValue())),
        url: address,
        links,
        status_callback: fc.oneof(fc.string(), fc.constant(null)),
        end_reason: fc.constantFrom('timeout', 'room_ended_via_api', null, 3),
        unknown: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const compactor = new RowCompactor();
        const texts = rows.map((one) => JSON.stringify(one));
        const small = texts.map((text) => compactor.compact(rowOf(text)));
        assert.deepEqual(
          small.map((one) => JSON.stringify(restore(one))),
          texts,
        );
        for (const [place, one] of small.entries())
          for (const [name, value] of Object.entries(rowOf(texts[place] ?? '')))
            assert.deepEqual(restoredField(one, name), value, name);
      }),
    );
  });

  it('keep what they share once, and no address that the SID tells', () => {
    const compactor = new RowCompactor();
    const world = new SampleWorld({ now: Date.UTC(2026, 10, 20, 12) });
    const [one, other] = [50, 51].map((position) =>
      compactor.compact(rowOf(JSON.stringify(world.room(position)))),
    );
    assert.equal(typeof one?.url, 'object');
    assert.equal(one?.url, other?.url, 'one place for all');
    assert.equal(one?.links, other?.links);
    assert.equal(JSON.stringify(one)?.includes('/Participants'), false);
  });

  it('read as the rows that they were', () => {
    const world = new SampleWorld({ now: Date.UTC(2026, 10, 20, 12) });
    const compactor = new RowCompactor();
    for (let position = 0; position < world.size; position++) {
      const text = JSON.stringify(world.room(position));
      const [small, large] = [new Room(compactor.compact(rowOf(text))), new Room(rowOf(text))];
      assert.equal(JSON.stringify(small.json), text);
      assert.deepEqual([small.key, small.status, small.created], [large.key, large.status, large.created]);
      assert.deepEqual([small.knownNames, small.otherNames], [large.knownNames, large.otherNames]);
      for (const name of large.knownNames) {
        assert.deepEqual(small.field(name), large.field(name), name);
        assert.equal(small.state(name as 'url'), large.state(name as 'url'), name);
        assert.deepEqual(small.read(name as 'links'), large.read(name as 'links'), name);
      }
      assert.ok(small.equals(new Room(new RowCompactor().compact(rowOf(text)))));
      assert.ok(small.equals(large) && large.equals(small));
      assert.ok(!small.equals(large.with({ url: `${base}other` })));
    }
  });
});
