import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { outFolder } from '../host/folders.ts';
import { benchmarks } from './benchmarks.ts';
import { type Row, scales } from './row.ts';
import { table } from './table.ts';

// `npm run bench`: all benchmarks. `npm run bench -- lists links`: these. `--quick`: small sizes, few rounds.
const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in benchmarks));
if (unknown.length > 0)
  throw new Error(`No such benchmark: ${unknown}. There are ${Object.keys(benchmarks)}.`);

const scale = { ...scales[values.quick ? 'quick' : 'full'], now: Date.now() };
const rows: Row[] = [];
for (const [name, measure] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`Measuring: ${name}`);
  try {
    rows.push(...(await measure(scale)));
  } catch (error) {
    // The results of the other benchmarks are still reported.
    console.error(error);
    process.exitCode = 1;
  }
}
const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
await mkdir(outFolder, { recursive: true });
await writeFile(join(outFolder, 'bench.json'), `${JSON.stringify({ machine, scale, rows }, undefined, 2)}\n`);
console.log(`${table(rows)}\n`);
const missed = rows.filter(({ met }) => !met).length;
console.log(`${rows.length - missed} of ${rows.length} rows reach their bar. Written: out/bench.json`);
