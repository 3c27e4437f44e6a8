import { findSids } from '../../../src/rooms/sids/findSids.ts';
import { sid } from '../../../src/sample/world/random.ts';
import { atMost, type Row, type Scale, timed } from '../row.ts';

const size = 1_000_000;

/** Finds SIDs in a log file of 1 MB, as document links do after a change. */
export async function linkRows({ rounds }: Scale): Promise<Row[]> {
  const lines: string[] = [];
  for (let length = 0, line = 0; length < size; line++) {
    const subject = line % 20 === 0 ? `room=${sid('RM', 1, line)} ` : '';
    lines.push(
      `2026-11-20T10:02:33.517Z info [worker-${line % 7}] ${subject}GET /v1/calls/${line} 200 12ms\n`,
    );
    length += lines.at(-1)?.length ?? 0;
  }
  const text = lines.join('');
  let found = 0;
  // Several passes per round: one is too short to measure.
  const passes = 20;
  const value = await timed(Math.max(5, rounds), () => {
    for (let pass = 0; pass < passes; pass++) found = findSids(text).length;
  });
  const note = `${found.toLocaleString('en')} SIDs`;
  const work = { characters: text.length, found, expected: Math.ceil(lines.length / 20) };
  return [atMost(2, { name: 'SIDs in a log file of 1 MB', unit: 'ms', value: value / passes, note, work })];
}
