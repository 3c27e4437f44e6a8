import Mocha from 'mocha';
import Reporter from '../reporter.ts';
import { totalsVariable } from '../totals.ts';
import { beginSharing, endSharing } from './lifetime.ts';

// Runs the test files that its parent names, one after the other, in this one process. Ends when the parent
// disconnects.

/** A file to run, and how. */
export interface FileTask {
  file: string;
  /** File that receives the totals. */
  totalsFile: string;
  timeout: number;
  retries: number;
  forbidOnly: boolean;
  grep?: string;
}

/** The answer to a task. */
export interface FileEnd {
  /** What kept the tests from running, if something did; tests that failed are in the totals. */
  problem?: string;
}

beginSharing();
process.on('message', (task: FileTask) => {
  void run(task)
    .catch((error: unknown): FileEnd => {
      console.error(error);
      return { problem: 'could not be run' };
    })
    // Its text must be out before the parent prints what the file said.
    .then((end) => process.stdout.write('', () => process.send?.(end)));
});
process.once('disconnect', () => void endSharing().finally(() => process.exit()));

async function run({ file, totalsFile, grep, ...options }: FileTask): Promise<FileEnd> {
  process.env[totalsVariable] = totalsFile;
  const mocha = new Mocha({ ui: 'bdd', reporter: Reporter, ...options, ...(grep ? { grep } : {}) });
  mocha.addFile(file);
  await mocha.loadFilesAsync();
  await new Promise((resolve) => mocha.run(resolve));
  // Else each file leaves two listeners on the process.
  mocha.dispose();
  return {};
}
