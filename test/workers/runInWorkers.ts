import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { outFolder } from '../host/folders.ts';
import { readTotals, sumTotals, type Totals } from '../totals.ts';
import { killAll, processTree } from './processTree.ts';
import type { FileEnd, FileTask } from './worker.ts';

export interface WorkerOptions {
  /** How many processes run files at the same time. */
  workers: number;
  /** Environment of the processes. */
  env: NodeJS.ProcessEnv;
  /** How mocha runs each file. */
  mocha: Omit<FileTask, 'file' | 'totalsFile'>;
  /** Milliseconds that one file may take: a hang that mocha's own timeouts do not end, as a test that never yields. */
  limitMs?: number;
}

/** How a run of files has ended. */
export interface WorkersResult {
  totals: Totals;
  /** What went wrong beside tests that failed, one sentence each. */
  problems: string[];
}

/**
 * Runs test files in several processes, each of which takes the next one when it is done with one.
 * What a file prints comes in one piece, when it has ended.
 *
 * @param files in the order in which they are taken
 */
export async function runInWorkers(files: readonly string[], options: WorkerOptions): Promise<WorkersResult> {
  const waiting = [...files];
  const results: WorkersResult[] = [];
  const work = async () => {
    const worker = new Worker(options);
    for (let file = waiting.shift(); file; file = waiting.shift()) results.push(await worker.run(file));
    await worker.end();
  };
  await Promise.all(Array.from({ length: options.workers }, work));
  return {
    totals: sumTotals(results.map(({ totals }) => totals)),
    problems: results.flatMap(({ problems }) => problems),
  };
}

/** A process that runs files; another one takes its place when it ends before a file does. */
class Worker {
  readonly #options: WorkerOptions;
  #child: ChildProcess | undefined;
  #text = '';
  readonly #kill = () => {
    if (this.#child?.pid !== undefined && this.#child.exitCode === null)
      killAll(processTree(this.#child.pid));
  };

  constructor(options: WorkerOptions) {
    this.#options = options;
    process.once('exit', this.#kill);
  }

  async run(file: string): Promise<WorkersResult> {
    const started = performance.now();
    const totalsFile = join(outFolder, 'totals', `${basename(file)}.json`);
    rmSync(totalsFile, { force: true });
    const problem = await this.#finish({ ...this.#options.mocha, file, totalsFile });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    // With --grep, most files have nothing to say.
    if (problem || this.#text.trim() !== '')
      console.log([`${file} (${seconds} s)`, this.#text.trimEnd(), problem].filter(Boolean).join('\n'));
    this.#text = '';
    return { totals: readTotals(totalsFile), problems: problem ? [`${file}: ${problem}`] : [] };
  }

  /** Lets the process free what its files shared, and end. */
  async end(): Promise<void> {
    const child = this.#child;
    if (child?.pid !== undefined) {
      const [, ...started] = processTree(child.pid);
      const ended = once(child, 'exit');
      child.disconnect();
      const timer = setTimeout(this.#kill, 30_000);
      await ended;
      clearTimeout(timer);
      // What a test has left running.
      killAll(started);
    }
    process.removeListener('exit', this.#kill);
  }

  /** Runs a file to its end; resolves to what went wrong, if it was more than tests that failed. */
  async #finish(task: FileTask): Promise<string | undefined> {
    this.#child ??= this.#start();
    const child = this.#child;
    const { limitMs = 900_000 } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const abort = new AbortController();
    const answer = once(child, 'message', abort).then(([end]) => (end as FileEnd).problem);
    const exit = once(child, 'close', abort).then(([code, signal]) => {
      this.#child = undefined;
      return `its process ended with ${signal ?? `code ${code}`} before its tests did`;
    });
    const limit = new Promise<string>((resolve) => {
      timer = setTimeout(() => {
        this.#kill();
        this.#child = undefined;
        resolve(`did not end within ${limitMs / 1000} s`);
      }, limitMs);
    });
    child.send(task);
    const outcome = await Promise.race([answer, exit, limit]);
    clearTimeout(timer);
    for (const lost of [answer, exit]) lost.catch(() => {});
    abort.abort();
    return outcome;
  }

  #start(): ChildProcess {
    const child = fork(join(import.meta.dirname, 'worker.ts'), {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...this.#options.env },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#text += text;
      });
    return child;
  }
}
