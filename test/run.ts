import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extensionFolder, outFolder, packagedVsix } from './host/folders.ts';
import { CertificateAuthority } from './network/certificates.ts';
import { type Part, parts, type Step } from './parts.ts';
import { type Totals, totalsVariable } from './reporter.ts';

// Without a name: type check, lint and every part of the tests. With names (`node test/run.ts unit e2e`): those.
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
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0)
  throw new Error(`No such part: ${unknown}. There are ${parts.map(({ name }) => name)}.`);

const all = positionals.length === 0;
const problems: string[] = [];
const sum: Totals = { passed: 0, failed: 0, skipped: 0, again: 0 };
const summary: string[] = [];
const done = new Map<Step, boolean>();
const trusting = await CertificateAuthority.forRun();
mkdirSync(outFolder, { recursive: true });

if (all) check();
for (const part of parts.filter(({ name }) => all || positionals.includes(name))) runPart(part);
console.log(`\n${summary.join('\n')}`);
for (const problem of problems) console.log(`PROBLEM: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
console.log(words(sum));

function check(): void {
  console.log('\n== check');
  if (!node(['--run', 'check'])) problems.push('the type check or the linter failed');
}

function runPart(part: Part): void {
  console.log(`\n== ${part.name}`);
  const started = performance.now();
  const files = part.files === undefined ? [] : globSync(part.files, { cwd: extensionFolder }).sort();
  if (part.files && files.length === 0) {
    problems.push(`${part.name}: ran no test, there is no ${part.files}`);
    return;
  }
  const failedStep = part.needs.find((step) => !prepare(step));
  if (failedStep) {
    problems.push(`${part.name}: could not build ${failedStep}`);
    return;
  }
  const totalsFile = join(outFolder, 'totals', `${part.name}.json`);
  rmSync(totalsFile, { force: true });
  const fine = node(programOf(part, files), {
    ...trusting,
    [totalsVariable]: totalsFile,
    ...(values.grep ? { TEST_GREP: values.grep } : {}),
    ...(values.long ? { SOAK: 'long', HOST_TIMEOUT: '2400' } : {}),
  });
  const totals: Totals = existsSync(totalsFile)
    ? (JSON.parse(readFileSync(totalsFile, 'utf8')) as Totals)
    : { passed: 0, failed: 0, skipped: 0, again: 0 };
  if (totals.failed > 0) problems.push(`${part.name}: ${totals.failed} failed`);
  else if (totals.passed === 0) problems.push(`${part.name}: ran no test`);
  else if (!fine) problems.push(`${part.name}: ended with an error`);
  for (const key of ['passed', 'failed', 'skipped', 'again'] as const) sum[key] += totals[key];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const again = totals.again > 0 ? `, ${totals.again} tried again` : '';
  summary.push(`${part.name.padEnd(12)} ${words(totals)}${again} (${seconds} s)`);
}

function programOf(part: Part, files: readonly string[]): readonly string[] {
  if (part.program) return [...part.program, ...(values.desktop ? ['--desktop'] : [])];
  return [
    join('node_modules', 'mocha', 'bin', 'mocha.js'),
    ...['--reporter', 'test/reporter.ts', '--timeout', String(part.timeout)],
    ...(part.retries ? ['--retries', String(part.retries)] : []),
    // A forgotten `.only` must not make the whole run look complete.
    ...(all ? ['--forbid-only'] : []),
    ...(values.grep ? ['--grep', values.grep] : []),
    ...files,
  ];
}

/** Does what a part needs, unless an earlier part did. */
function prepare(step: Step): boolean {
  const before = done.get(step);
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
  done.set(step, fine);
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

function words({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
