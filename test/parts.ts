/** One part of the tests. */
export interface Part {
  name: string;
  /** Files that mocha runs in Node; without them the part has a program of its own. */
  files?: string;
  /** Milliseconds before one test counts as failed. */
  timeout?: number;
  /** How often a test that failed is tried again, see `triedAgain`. */
  retries?: number;
  /** What must be built first. */
  needs: readonly Step[];
  /** Program that runs the part and writes its totals, in place of mocha. */
  program?: readonly string[];
}

/** What parts build upon; each is done at most once in a run. */
export type Step = 'extension' | 'hostTests' | 'vsix';

/**
 * A real VS Code in a real browser does much that no test can wait for: a busy machine may lose a key or close a menu.
 * A test of it that fails is tried once more, and the run says which ones were: what fails twice has failed.
 */
export const triedAgain = 1;

/** Every part, in the order in which `npm test` runs them: quick ones first. */
export const parts: readonly Part[] = [
  { name: 'unit', files: 'test/unit/**/*.test.ts', timeout: 5_000, needs: [] },
  { name: 'contract', files: 'test/contract/**/*.test.ts', timeout: 10_000, needs: [] },
  { name: 'package', files: 'test/package/**/*.test.ts', timeout: 20_000, needs: ['vsix'] },
  {
    name: 'integration',
    needs: ['extension', 'hostTests'],
    program: ['test/host/inHost.ts', 'integration'],
  },
  { name: 'soak', needs: ['extension', 'hostTests'], program: ['test/host/inHost.ts', 'soak'] },
  // The benchmark, small: that it measures what it says, not how long that takes.
  { name: 'bench', files: 'test/bench/**/*.test.ts', timeout: 120_000, needs: ['extension'] },
  { name: 'e2e', files: 'test/e2e/**/*.test.ts', timeout: 60_000, retries: triedAgain, needs: ['vsix'] },
];
