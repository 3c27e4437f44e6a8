/** One suite of tests, which `node test/run.ts NAME` runs alone. */
export interface Suite {
  name: string;
  /** Files that mocha runs in Node; without them the suite has a program of its own. */
  files?: string;
  /** Milliseconds before one test counts as failed. */
  timeout?: number;
  /** How often a test that failed is retried, see `hostRetries`. */
  retries?: number;
  /** Processes that run the files, each the next one that is left; default: all files in one. */
  workers?: number;
  /** Files, by their names without folder and ending, that are taken before all others, in this order. */
  first?: readonly string[];
  /** Takes a minute at most, and is run at the same time as other quick ones. */
  quick?: boolean;
  /** What must be built first. */
  needs: readonly BuildStep[];
  /** Program that runs the suite and writes its totals, in place of mocha. */
  program?: readonly string[];
}

/** What suites build upon; each is done at most once in a run. */
export type BuildStep = 'extension' | 'hostTests' | 'vsix';

/**
 * A real VS Code in a real browser does much that no test can wait for: a busy machine may lose a key or close a menu.
 * A test of it that fails is retried once, and the run says which ones were: what fails twice has failed.
 */
export const hostRetries = 1;

/** Every suite, in the order in which `npm test` runs them: quick ones first. */
export const suites: readonly Suite[] = [
  { name: 'unit', files: 'test/unit/**/*.test.ts', timeout: 60_000, quick: true, needs: [] },
  { name: 'contract', files: 'test/contract/**/*.test.ts', timeout: 60_000, quick: true, needs: [] },
  { name: 'package', files: 'test/package/**/*.test.ts', timeout: 60_000, quick: true, needs: ['vsix'] },
  {
    name: 'integration',
    needs: ['extension', 'hostTests'],
    program: ['test/host/inHost.ts', 'integration'],
  },
  {
    name: 'oldest',
    needs: ['extension', 'hostTests'],
    program: ['test/host/inHost.ts', 'integration', '--oldest'],
  },
  { name: 'soak', needs: ['extension', 'hostTests'], program: ['test/host/inHost.ts', 'soak'] },
  // The benchmark, small: that it measures what it says, not how long that takes.
  { name: 'bench', files: 'test/bench/**/*.test.ts', timeout: 120_000, needs: ['extension'] },
  {
    name: 'e2e',
    files: 'test/e2e/**/*.test.ts',
    timeout: 120_000,
    retries: hostRetries,
    workers: 3,
    // Those that share windows come first, each worker having one of them; among them, those that take longest.
    first: [
      ...['findRooms', 'live', 'focus', 'faults', 'timeline', 'keeping', 'pagesByKeyboard', 'overview'],
      ...['overviewExtremes', 'reload', 'appearance', 'call', 'roomProperties', 'hostile', 'manyRooms'],
      ...['roomTreeFailures', 'overviewAppearance', 'share', 'openRoomBySid', 'noKeyring', 'signIn'],
      ...['roomTree', 'announcements', 'exportCancel', 'signOut', 'panelKeyboard', 'loading'],
      ...['links', 'addressChange', 'networkFaults', 'leaving'],
      ...['secrets', 'languages', 'keyboard', 'switchAccount'],
    ],
    needs: ['vsix'],
  },
];
