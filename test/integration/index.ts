import { globSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { markConsole } from '../host/markedConsole.ts';
import Reporter from '../reporter.ts';

/**
 * Runs every test file beside this one. VS Code calls it inside the extension host.
 *
 * @throws Error when a test fails or there is none, which VS Code turns into exit code 1
 */
export async function run(): Promise<void> {
  markConsole();
  // The tests are bundled: stack traces should name the sources.
  process.setSourceMapsEnabled(true);
  const grep = process.env.TEST_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Reporter, ...(grep ? { grep } : {}) });
  for (const file of globSync('**/*.test.js', { cwd: import.meta.dirname })) {
    mocha.addFile(join(import.meta.dirname, file));
  }
  await mocha.loadFilesAsync();
  const count = mocha.suite.total();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0 || count === 0) throw new Error(`${failures} of ${count} integration tests failed`);
}
