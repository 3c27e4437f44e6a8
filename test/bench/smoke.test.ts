import assert from 'node:assert/strict';
import { type Row, scales } from './row.ts';
import { hostRows } from './rows/host.ts';
import { linkRows } from './rows/links.ts';
import { listRows } from './rows/lists.ts';
import { roomPageRows } from './rows/roomPage.ts';
import { shownRows } from './rows/shown.ts';
import { table } from './table.ts';

const scale = { ...scales.quick, now: Date.now() };
const { many, distant, people, rounds } = scale;

/** Checks that every row has a value and that its work was done. */
function measured(rows: readonly Row[], work: readonly Row['work'][]): void {
  assert.deepEqual(
    rows.map((row) => row.work),
    work,
  );
  for (const { name, value } of rows) assert.ok(Number.isFinite(value) && value > 0, `${name}: ${value}`);
  const lines = table(rows).split('\n');
  assert.equal(lines.length, rows.length + 2);
  assert.ok(lines.every((line) => line.split(' | ').length === 4));
}

describe('the benchmark, small', () => {
  it('lists every room, on every side, and asks once for a small account', async () => {
    const near = { rooms: many, distinct: many, rounds };
    const growth = { ...near, 'short rooms': many / 10, 'short distinct': many / 10, 'short rounds': rounds };
    const rows = await listRows(scale);
    assert.equal(rows.find(({ unit }) => unit === 'requests')?.value, 1);
    measured(rows, [
      near,
      near,
      { rooms: distant, distinct: distant, rounds },
      { rooms: distant, distinct: distant, rounds },
      { rooms: 30, distinct: 30, rounds: 1 },
      ...[near, near, growth, growth],
    ]);
  });

  it('searches every room', async () => {
    const rows = await shownRows(scale);
    const found = rows[0]?.work.found ?? 0;
    assert.ok(found > many, 'the first letters find many rooms');
    measured(rows, [
      { rooms: many, found },
      { rooms: many, found },
    ]);
  });

  it('finds every SID', async () => {
    const rows = await linkRows(scale);
    const { characters = 0, expected = 0 } = rows[0]?.work ?? {};
    assert.ok(characters >= 1_000_000 && expected > 500);
    measured(rows, [{ characters, expected, found: expected }]);
  });

  it('paints every participant', async () => {
    const rows = await roomPageRows(scale);
    const lanes = rows[0]?.work.lanes ?? 0;
    assert.ok(lanes > 0 && lanes < people, `${lanes} lanes are in the page, not only those in sight`);
    measured(rows, [{ rows: people, people, lanes }]);
  });

  it('loads every room in a real extension host', async () => {
    const rows = await hostRows(scale);
    const shown = rows[0]?.work.shown ?? 0;
    assert.ok(shown > 0 && shown < many, `the filter leaves ${shown}`);
    measured(
      rows,
      rows.map(() => ({ rooms: many, shown, rounds })),
    );
  });
});
