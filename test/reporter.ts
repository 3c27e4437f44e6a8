import Mocha from 'mocha';
import { noTotals, type Totals, writeTotals } from './totals.ts';

const { Base } = Mocha.reporters;
const {
  EVENT_RUN_END,
  EVENT_SUITE_BEGIN,
  EVENT_SUITE_END,
  EVENT_TEST_FAIL,
  EVENT_TEST_PASS,
  EVENT_TEST_PENDING,
  EVENT_TEST_RETRY,
} = Mocha.Runner.constants;

/** A test that takes longer is named with its time; milliseconds. */
const slowMs = 2000;

/**
 * Reporter of all mocha suites: one line for each suite with its time, single tests only when they fail, are
 * retried, are skipped or are slow, and the totals by `writeTotals`.
 */
export default class Reporter extends Base {
  readonly #titles: string[] = [];
  #passes = 0;
  readonly #slow: string[] = [];
  #started = 0;

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const totals: Totals = { ...noTotals };
    runner.on(EVENT_SUITE_BEGIN, (suite) => this.#begin(suite));
    runner.on(EVENT_SUITE_END, () => this.#end());
    runner.on(EVENT_TEST_PASS, ({ title, duration = 0 }) => {
      totals.passed++;
      this.#passes++;
      if (duration >= slowMs) this.#slow.push(`${(duration / 1000).toFixed(1).padStart(11)} s  ${title}`);
    });
    runner.on(EVENT_TEST_PENDING, (test) => {
      totals.skipped++;
      console.log(`  skipped  ${test.fullTitle()}`);
    });
    runner.on(EVENT_TEST_RETRY, (test, error) => {
      totals.again++;
      console.log(`  again    ${test.fullTitle()}: ${error.message}`);
    });
    runner.on(EVENT_TEST_FAIL, (test) => {
      totals.failed++;
      console.log(`  FAILED   ${test.fullTitle()}`);
    });
    runner.on(EVENT_RUN_END, () => {
      if (this.failures.length > 0) list(this.failures);
      writeTotals(totals);
    });
  }

  #begin(suite: Mocha.Suite): void {
    this.#flush();
    if (!suite.root) this.#titles.push(suite.title);
    this.#started = Date.now();
  }

  #end(): void {
    this.#flush();
    this.#titles.pop();
  }

  /** Prints what passed in the present suite since the last line. */
  #flush(): void {
    if (this.#passes === 0) return;
    const name = this.#titles.join(' › ') || 'tests outside any suite';
    console.log(`  ${String(this.#passes).padStart(4)} passed  ${name} (${Date.now() - this.#started} ms)`);
    for (const line of this.#slow.splice(0)) console.log(line);
    this.#passes = 0;
  }
}

/** Failures with stack and difference, through the console of this moment: mocha keeps the one of its loading. */
function list(failures: Mocha.Test[]): void {
  Base.consoleLog = (...parts: unknown[]) => console.log(...parts);
  Base.list(failures);
}
