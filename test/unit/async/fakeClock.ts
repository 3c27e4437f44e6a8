import type { PollClock } from '../../../src/async/poller.ts';

interface Waiting {
  readonly timer: NodeJS.Timeout;
  readonly at: number;
  readonly run: () => void;
}

/** A clock that a test moves on; timers run when their time has come, and what they start gets its turn. */
export class FakeClock implements PollClock {
  time = 0;
  waiting: Waiting[] = [];

  now(): number {
    return this.time;
  }

  setTimeout(run: () => void, milliseconds: number): NodeJS.Timeout {
    const timer = setTimeout(() => undefined, 0); // Only a thing that tells timers apart.
    this.waiting.push({ timer, at: this.time + milliseconds, run });
    return timer;
  }

  clearTimeout(timer: NodeJS.Timeout): void {
    this.waiting = this.waiting.filter((one) => one.timer !== timer);
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.waiting.sort((one, other) => one.at - other.at)[0];
      if (!next || next.at > end) break;
      this.time = next.at;
      this.clearTimeout(next.timer);
      next.run();
      await new Promise(setImmediate);
    }
    this.time = end;
  }
}
