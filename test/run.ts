import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { extensionFolder, outFolder, packagedVsix } from './host/folders.ts';
import { CertificateAuthority } from './network/certificates.ts';
import { type BuildStep, type Suite, suites } from './suites.ts';
import { readTotals, sumTotals, type Totals, totalsText, totalsVariable } from './totals.ts';
import { runInWorkers, type WorkersResult } from './workers/runInWorkers.ts';

// Without a name: type check, lint and every suite of the tests. With names (`node test/run.ts check unit e2e`): those;
// `check` is the type check and the linter.
// --grep PATTERN runs only tests whose full title matches; --desktop takes the desktop VS Code for integration;
// --long has the soak do all of its rounds, which takes minutes.
const { values, positionals } = parseArgs({
  options: {
    grep: { type: 'string' },
    desktop: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const names = ['check', ...suites.map(({ name }) => name)];
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`No such suite: ${unknown}. There are ${names}.`);

const all = positionals.length === 0;
const problems: string[] = [];
const totals: Totals[] = [];
const summary = new Map<string, string>();
const built = new Map<BuildStep, Promise<boolean>>();
const trusting = await CertificateAuthority.forRun();
mkdirSync(outFolder, { recursive: true });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const chosen = ({ name }: { readonly name: string }) => all || positionals.includes(name);
const started = performance.now();
await runQuick();
for (const suite of suites.filter((one) => !one.quick && chosen(one))) await runSuite(suite, console.log);
const lines = names.flatMap((name) => summary.get(name) ?? []);
console.log(`\n${[...lines, summaryLine('together', '', started)].join('\n')}`);
for (const problem of problems) console.log(`PROBLEM: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
console.log(totalsText(sumTotals(totals)));

/** Runs the check and the quick suites, two at the same time; what each prints comes in one piece when it has ended. */
async function runQuick(): Promise<void> {
  const jobs = [{ name: 'check', run: check }, ...suites.filter(({ quick }) => quick).map(jobOf)];
  // The unit tests take as long as all others together, so they begin.
  const isUnit = ({ name }: { readonly name: string }) => Number(name === 'unit');
  const waiting = jobs.filter(chosen).sort((one, other) => isUnit(other) - isUnit(one));
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const printed: string[] = [];
      await job.run((text) => printed.push(text));
      console.log(printed.join('\n'));
    }
  };
  await Promise.all([work(), work()]);
}

/** Prints a piece of text, now or when the job has ended. */
type Print = (text: string) => void;

function jobOf(suite: Suite): { name: string; run: (print: Print) => Promise<void> } {
  return { name: suite.name, run: (print) => runSuite(suite, print) };
}

async function check(print: Print): Promise<void> {
  print('\n== check');
  const begun = performance.now();
  const fine = await node(['--run', 'check'], print);
  if (!fine) problems.push('the type check or the linter failed');
  summary.set('check', summaryLine('check', fine ? 'types and lint are fine' : 'failed', begun));
}

async function runSuite(suite: Suite, print: Print): Promise<void> {
  print(`\n== ${suite.name}`);
  const begun = performance.now();
  const files = suite.files === undefined ? [] : globSync(suite.files, { cwd: extensionFolder }).sort();
  const failedStep = await firstFailing(suite.needs, print);
  if (suite.files && files.length === 0)
    problems.push(`${suite.name}: ran no test, there is no ${suite.files}`);
  else if (failedStep) problems.push(`${suite.name}: could not build ${failedStep}`);
  else {
    const result = suite.workers
      ? await workers(suite, suite.workers, files)
      : await inOneProcess(suite, files, print);
    note(suite, result, begun);
  }
}

async function firstFailing(steps: readonly BuildStep[], print: Print): Promise<BuildStep | undefined> {
  for (const step of steps) if (!(await build(step, print))) return step;
  return undefined;
}

function note({ name }: Suite, result: WorkersResult, begun: number): void {
  const { failed, passed, again } = result.totals;
  if (failed > 0) problems.push(`${name}: ${failed} failed`);
  else if (passed === 0) problems.push(`${name}: ran no test`);
  problems.push(...result.problems.map((problem) => `${name}: ${problem}`));
  totals.push(result.totals);
  const retried = again > 0 ? `, ${again} tried again` : '';
  summary.set(name, summaryLine(name, totalsText(result.totals) + retried, begun));
}

async function inOneProcess(suite: Suite, files: readonly string[], print: Print): Promise<WorkersResult> {
  const totalsFile = join(outFolder, 'totals', `${suite.name}.json`);
  rmSync(totalsFile, { force: true });
  const fine = await node(programOf(suite, files), print, {
    ...trusting,
    [totalsVariable]: totalsFile,
    ...(values.grep ? { TEST_GREP: values.grep } : {}),
    ...(values.long ? { SOAK: 'long', HOST_TIMEOUT: '2400' } : {}),
  });
  const read = readTotals(totalsFile);
  // A failed test ends the process with an error too, and is already a problem.
  return { totals: read, problems: fine || read.failed > 0 ? [] : ['ended with an error'] };
}

function workers(suite: Suite, count: number, files: readonly string[]): Promise<WorkersResult> {
  const { timeout = 0, retries = 0 } = suite;
  return runInWorkers(inOrder(suite, files), {
    workers: count,
    env: trusting,
    mocha: { timeout, retries, forbidOnly: all, ...(values.grep ? { grep: values.grep } : {}) },
  });
}

/** The files in the order in which they are taken: of those that `first` does not name, the longest first. */
function inOrder({ first = [] }: Suite, files: readonly string[]): string[] {
  const named = first.map((name) => {
    const file = files.find((one) => basename(one, '.test.ts') === name);
    if (!file) throw new Error(`There is no ${name}.test.ts, which suites.ts names.`);
    return file;
  });
  const size = (file: string) => statSync(join(extensionFolder, file)).size;
  const others = files.filter((file) => !named.includes(file));
  return [...named, ...others.sort((one, other) => size(other) - size(one))];
}

function programOf(suite: Suite, files: readonly string[]): readonly string[] {
  if (suite.program) return [...suite.program, ...(values.desktop ? ['--desktop'] : [])];
  return [
    join('node_modules', 'mocha', 'bin', 'mocha.js'),
    ...['--reporter', 'test/reporter.ts', '--timeout', String(suite.timeout)],
    ...(suite.retries ? ['--retries', String(suite.retries)] : []),
    // A forgotten `.only` must not make the whole run look complete.
    ...(all ? ['--forbid-only'] : []),
    ...(values.grep ? ['--grep', values.grep] : []),
    ...files,
  ];
}

/** Does what a suite needs, unless an earlier one did. */
function build(step: BuildStep, print: Print): Promise<boolean> {
  const before = built.get(step);
  if (before !== undefined) return before;
  const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
  const args = {
    extension: ['esbuild.mjs'],
    hostTests: ['test/build.ts'],
    vsix: [vsce, 'package', '--no-dependencies', '--out', packagedVsix],
  }[step];
  const building = node(args, print);
  built.set(step, building);
  return building;
}

/** Runs a program of Node's; what it prints goes through `print` when it has ended, or at once to the console. */
async function node(args: readonly string[], print: Print, env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const child = spawn(process.execPath, args, {
    cwd: extensionFolder,
    stdio: print === console.log ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const kill = () => child.kill();
  process.once('exit', kill);
  const ended = once(child, 'close').finally(() => process.removeListener('exit', kill));
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const printed of await Promise.all(streams.map((stream) => text(stream))))
    if (printed.trim() !== '') print(printed.trimEnd());
  const [code] = await ended;
  return code === 0;
}

function summaryLine(name: string, text: string, begun: number): string {
  return `${name.padEnd(12)} ${text} (${((performance.now() - begun) / 1000).toFixed(1)} s)`;
}
