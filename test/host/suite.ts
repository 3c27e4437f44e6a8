import { globSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import Reporter from '../reporter.ts';
import { markConsole } from './markedConsole.ts';

/**
 * Runs every test file of a folder inside the extension host.
 *
 * @param timeout milliseconds before one test counts as failed
 * @param retries how often a test that failed is tried again
 * @throws Error when a test fails or there is none, which VS Code turns into exit code 1
 */
export async function runSuite(folder: string, timeout: number, retries = 0): Promise<void> {
  markConsole();
  // The tests are bundled: stack traces should name the sources.
  process.setSourceMapsEnabled(true);
  const grep = process.env.TEST_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout, retries, reporter: Reporter, ...(grep ? { grep } : {}) });
  // In order: the soak ends with what lets go of everything.
  for (const file of globSync('**/*.test.js', { cwd: folder }).sort()) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  const count = mocha.suite.total();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0 || count === 0) throw new Error(`${failures} of ${count} tests failed in VS Code`);
}
