import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A program of the benchmark in a child process that replies to each message with one message. */
export class Process {
  readonly #child: ChildProcess;

  /** @param file path relative to this file; gets the argument as JSON */
  constructor(file: string, argument: unknown) {
    this.#child = fork(new URL(file, import.meta.url), [JSON.stringify(argument)], {
      execArgv: ['--expose-gc'],
      stdio: 'inherit',
    });
  }

  /** The next message from the process. @throws Error if the process exits first */
  async answer<Answer>(): Promise<Answer> {
    const ended = new AbortController();
    const { signal } = ended;
    const died = once(this.#child, 'exit', { signal }).then(([code]) => {
      throw new Error(`A process of the benchmark ended with code ${code}.`);
    });
    try {
      const [answer] = await Promise.race([once(this.#child, 'message', { signal }), died]);
      return answer as Answer;
    } finally {
      died.catch(() => {}); // The wait for it ends with the answer.
      ended.abort();
    }
  }

  ask<Answer>(question: object): Promise<Answer> {
    const answer = this.answer<Answer>();
    this.#child.send(question);
    return answer;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}

/** Starts the sample API with `size` rooms; `latency` is the delay of each reply in milliseconds. */
export async function startServer(options: { size: number; now: number; latency: number }) {
  const server = new Process('./server.ts', options);
  const { url } = await server.answer<{ url: string }>();
  const requests = async () => (await server.ask<{ requests: number }>({})).requests;
  return { url, requests, end: () => server.end() };
}
