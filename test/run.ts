import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
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
const summary: string[] = [];
const built = new Map<BuildStep, boolean>();
const trusting = await CertificateAuthority.forRun();
mkdirSync(outFolder, { recursive: true });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const chosen = (name: string) => all || positionals.includes(name);
const started = performance.now();
if (chosen('check')) check();
for (const suite of suites.filter(({ name }) => chosen(name))) await runSuite(suite);
summary.push(summaryLine('together', '', started));
console.log(`\n${summary.join('\n')}`);
for (const problem of problems) console.log(`PROBLEM: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
console.log(totalsText(sumTotals(totals)));

function check(): void {
  console.log('\n== check');
  const begun = performance.now();
  const fine = node(['--run', 'check']);
  if (!fine) problems.push('the type check or the linter failed');
  summary.push(summaryLine('check', fine ? 'types and lint are fine' : 'failed', begun));
}

async function runSuite(suite: Suite): Promise<void> {
  console.log(`\n== ${suite.name}`);
  const begun = performance.now();
  const files = suite.files === undefined ? [] : globSync(suite.files, { cwd: extensionFolder }).sort();
  const failedStep = suite.needs.find((step) => !build(step));
  if (suite.files && files.length === 0)
    problems.push(`${suite.name}: ran no test, there is no ${suite.files}`);
  else if (failedStep) problems.push(`${suite.name}: could not build ${failedStep}`);
  else {
    const result = suite.workers ? await workers(suite, suite.workers, files) : inOneProcess(suite, files);
    note(suite, result, begun);
  }
}

function note({ name }: Suite, result: WorkersResult, begun: number): void {
  const { failed, passed, again } = result.totals;
  if (failed > 0) problems.push(`${name}: ${failed} failed`);
  else if (passed === 0) problems.push(`${name}: ran no test`);
  problems.push(...result.problems.map((problem) => `${name}: ${problem}`));
  totals.push(result.totals);
  const retried = again > 0 ? `, ${again} tried again` : '';
  summary.push(summaryLine(name, totalsText(result.totals) + retried, begun));
}

function inOneProcess(suite: Suite, files: readonly string[]): WorkersResult {
  const totalsFile = join(outFolder, 'totals', `${suite.name}.json`);
  rmSync(totalsFile, { force: true });
  const fine = node(programOf(suite, files), {
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
function build(step: BuildStep): boolean {
  const before = built.get(step);
  if (before !== undefined) return before;
  const fine = {
    extension: () => node(['esbuild.mjs']),
    hostTests: () => node(['test/build.ts']),
    vsix: () =>
      node([
        join('node_modules', '@vscode', 'vsce', 'vsce'),
        ...['package', '--no-dependencies', '--out', packagedVsix],
      ]),
  }[step]();
  built.set(step, fine);
  return fine;
}

function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const result = spawnSync(process.execPath, args, {
    cwd: extensionFolder,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

function summaryLine(name: string, text: string, begun: number): string {
  return `${name.padEnd(12)} ${text} (${((performance.now() - begun) / 1000).toFixed(1)} s)`;
}
