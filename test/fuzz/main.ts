import { parseArgs } from 'node:util';
import { targets, tryOut } from './fuzz.ts';

// --cases N: how many for each target. --seed N: the cases of an earlier run. --target TEXT: only those whose name holds it.
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    target: { type: 'string', default: '' },
  },
});
const cases = Number(values.cases);
const seed = Number(values.seed);
if (!Number.isSafeInteger(cases) || cases < 1)
  throw new Error(`--cases ${values.cases} is no number of cases.`);
if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is no whole number.`);
const chosen = targets.filter(({ name }) => name.includes(values.target));
if (chosen.length === 0)
  throw new Error(
    `No target holds “${values.target}”. There are: ${targets.map(({ name }) => name).join('; ')}.`,
  );

let tried = 0;
let failed = 0;
for (const target of chosen) {
  const { name, cases: count, failure } = await tryOut(target, cases, seed);
  tried += count;
  if (failure) failed++;
  console.log(`${failure ? 'FAILED' : '    ok'}  ${count.toLocaleString('en').padStart(9)} cases  ${name}`);
  if (failure) console.log(failure);
}
console.log(`\n${tried.toLocaleString('en')} cases tried, ${failed} failures (--seed ${seed})`);
process.exitCode = failed > 0 ? 1 : 0;
