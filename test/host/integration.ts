import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { extensionFolder, temporaryFolder } from './folders.ts';
import { writeUserSettings } from './settings.ts';

// Runs the built integration tests: in the browser-hosted VS Code, or with --desktop in the desktop one
// (VSCODE_VERSION names its version, as the oldest that the manifest allows; default: the newest).
const desktop = process.argv.includes('--desktop');
const desktopVersion = process.env.VSCODE_VERSION ? { version: process.env.VSCODE_VERSION } : {};
const scratch = await temporaryFolder('integration');
const userData = join(scratch.path, 'user');
const workspace = join(scratch.path, 'workspace');
await mkdir(workspace);
await writeUserSettings(userData);
process.exitCode = await run().finally(scratch.remove);

async function run(): Promise<number> {
  try {
    return await runTests({
      ...(desktop ? desktopVersion : { vscodeExecutablePath: join(import.meta.dirname, 'codeShim.ts') }),
      extensionDevelopmentPath: extensionFolder,
      extensionTestsPath: join(extensionFolder, 'out', 'test', 'integration', 'index.js'),
      launchArgs: [
        workspace,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(scratch.path, 'extensions')}`,
      ],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
