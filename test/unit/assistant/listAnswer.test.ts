import assert from 'node:assert/strict';
import { listAnswer } from '../../../src/assistant/listAnswer.ts';
import { maxCharacters } from '../../../src/assistant/textBudget.ts';
import type { ListInput } from '../../../src/assistant/toolInput.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';
import { fitted, format, listFacts, now, rowsOf, world } from './fixtures.ts';

const all = Array.from({ length: world.size }, (_, position) => new Room(world.room(position)));
const answer = (input: ListInput = {}, rooms = all, more = {}) =>
  fitted(listAnswer(listFacts(rooms, { input, ...more }), format));

/** The number that stands behind a word in the line that counts by a label. */
function count(text: string, label: string, word: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`- ${label}: `)) ?? assert.fail(label);
  const found = new RegExp(`${word} ([\\d,]+)`).exec(line)?.[1] ?? '0';
  return Number(found.replaceAll(',', ''));
}

describe('The answer about many rooms', () => {
  it('counts them by status, type, region and problem, and says in which range', async () => {
    const text = await answer();
    assert.match(
      text,
      /^Rooms created from 2026-11-14T10:30:00Z until 2026-11-21T10:30:00Z \(now it is 2026-11-21T10:30:00Z\)\. All times are UTC\./,
    );
    assert.ok(text.includes(`${format.rooms(all.length)} in this range.`));
    const live = all.filter((room) => room.live).length;
    assert.equal(count(text, 'Status', 'In progress'), live);
    assert.equal(count(text, 'Status', 'Completed'), all.length - live);
    for (const [label, field, value, word] of [
      ['Type', 'room_type', 'group', 'Group'],
      ['Media region', 'media_region', 'ie1', 'Ireland \\(ie1\\)'],
    ] as const)
      assert.equal(count(text, label, word), all.filter(({ json }) => json[field] === value).length, label);
    assert.equal(count(text, 'Problems', 'not known, because the participants are not loaded'), all.length);
  });

  it('lists the worst first, then the newest, and says how many are left out and how to get them', async () => {
    const bad = all.slice(40, 43);
    const problemOf = (room: Room) =>
      room === bad[1] ? 'error' : bad.includes(room) ? 'warning' : undefined;
    const first = await answer({ limit: 5 }, all, { problemOf });
    const sids = rowsOf(first).map(([sid]) => sid);
    assert.equal(sids.length, 5);
    assert.equal(sids[0], bad[1]?.sid);
    assert.deepEqual(new Set(sids.slice(1, 3)), new Set([bad[0]?.sid, bad[2]?.sid]));
    assert.equal(rowsOf(first)[0]?.at(-1), 'Error');
    assert.ok(first.includes(`Worst first: rooms 1 to 5 of ${all.length}`));
    assert.ok(
      first.includes(`Left out: ${format.rooms(all.length - 5)}. The next ones come with “skip”: 5;`),
      first,
    );
  });

  it('gives every room once, page after page', async () => {
    const seen: string[] = [];
    for (let skip = 0; ; ) {
      const text = await answer({ limit: 100, skip });
      const rows = rowsOf(text);
      seen.push(...rows.map(([sid]) => sid ?? ''));
      const next = /“skip”: (\d+);/.exec(text)?.[1];
      if (next === undefined) break;
      assert.equal(Number(next), skip + rows.length);
      skip = Number(next);
    }
    assert.deepEqual(seen.toSorted(), all.map(({ sid }) => sid).toSorted());
  });

  it('finds rooms by status, type, region, problem and a part of the name', async () => {
    const problemOf = (room: Room) => (room === all[3] ? 'warning' : undefined);
    for (const [input, wanted] of [
      [{ status: 'in_progress' }, (room: Room) => room.live],
      [{ type: 'Peer-to-Peer' }, ({ json }: Room) => /^peer[_-]to[_-]peer$/i.test(String(json.room_type))],
      [{ region: 'de1' }, ({ json }: Room) => json.media_region === 'de1'],
      [{ problem: 'any' }, (room: Room) => room === all[3]],
      [{ nameContains: 'stand-UP' }, ({ json }: Room) => /stand-up/i.test(String(json.room_name))],
      [{ nameContains: 'nobody has this name' }, () => false],
    ] as const) {
      const text = await answer({ ...input, limit: 100 }, all, { problemOf });
      const expected = all.filter(wanted).length;
      assert.ok(text.includes(`, ${format.number(expected)} of them: `), text);
      assert.ok(rowsOf(text).length === Math.min(100, expected) || text.includes('Left out'));
    }
  });

  it('says neither a name, nor the part of one that was asked for, unless names are allowed', async () => {
    const text = await answer({ nameContains: 'stand-up', limit: 100 });
    assert.ok(rowsOf(text).length > 1);
    assert.doesNotMatch(text, /stand-up/i);
    const named = await answer({ nameContains: 'stand-up' }, all, { names: true });
    assert.match(named, /Stand-up/);
    assert.doesNotMatch(named, /are replaced/);
  });

  it('calls rooms of one name the same', async () => {
    const twins = ['a', 'b', 'a'].map((name, at) => {
      const room_sid = `RM${String(at).padStart(32, '0')}`;
      return new Room({ ...world.room(at), room_sid, room_name: `daily ${name}` });
    });
    const names = new Map(rowsOf(await answer({}, twins)).map(([sid, name]) => [sid, name]));
    const [one, two, three] = twins.map(({ sid }) => names.get(sid ?? ''));
    assert.equal(one, three);
    assert.notEqual(one, two);
    for (const name of names.values()) assert.match(name ?? '', /^Room name \d$/);
  });

  it('says what may be missing', async () => {
    const part = { ...listFacts(all).asked, gaps: true, expectedLeft: 1234 };
    const text = await answer({}, all, { asked: part });
    assert.match(text, /Incomplete: a part of this time could not be listed\./);
    assert.match(text, /Incomplete: about 1,200 older rooms were not listed\./);
    assert.match(await answer({ problem: 'error' }), /Only rooms whose participants are loaded/);
  });

  it('of no room has no table', async () => {
    const text = await answer({}, []);
    assert.match(text, /0 rooms in this range/);
    assert.deepEqual(rowsOf(text), []);
    assert.doesNotMatch(text, /Left out|undefined|NaN/);
  });

  it('of 100,000 rooms stays within its length, and counts them all', async function () {
    this.timeout(60_000);
    const large = new SampleWorld({ now, size: 100_000 });
    const rooms = Array.from({ length: large.size }, (_, at) => new Room(large.room(at)));
    const text = await answer({ limit: 100 }, rooms);
    assert.ok(text.length <= maxCharacters, String(text.length));
    assert.equal(count(text, 'Status', 'In progress') + count(text, 'Status', 'Completed'), 100_000);
    const shown = rowsOf(text).length;
    assert.ok(shown > 20, String(shown));
    assert.ok(
      text.includes(`Left out: ${format.rooms(100_000 - shown)}. The next ones come with “skip”: ${shown};`),
    );
  });

  it('stays within its length whatever Twilio sends', async () => {
    const rooms = Array.from({ length: 2000 }, (_, at) => {
      const long = `${at} ${'x|`<b>\u202e[a](b)'.repeat(300)}`;
      const room_sid = `RM${String(at).padStart(32, '0')}`;
      return new Room({
        ...world.room(at % world.size),
        room_sid,
        room_name: long,
        room_type: long,
        media_region: long,
        room_status: long,
      });
    });
    for (const names of [false, true]) {
      const text = await answer({ limit: 100 }, rooms, { names });
      assert.ok(text.length <= maxCharacters, String(text.length));
      assert.match(text, /Left out: [\d,]+ rooms/);
      assert.match(text, /others [\d,]+/);
      assert.ok(!text.includes('\u202e'));
    }
  });

  it('takes as many rows as fit into fewer tokens, and none is better than nothing', async () => {
    const made = listAnswer(listFacts(all, { input: { limit: 100 } }), format);
    const [large, small] = [await fitted(made, 6000), await fitted(made, 1500)];
    assert.ok(rowsOf(large).length > rowsOf(small).length);
    assert.ok(large.length > 5500 && large.length <= 6000);
    assert.ok(small.length <= 1500);
    assert.equal(await fitted(made, 100), 'nothing fits');
  });
});
