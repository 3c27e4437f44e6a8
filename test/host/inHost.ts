import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { extensionFolder, temporaryFolder } from './folders.ts';
import { ageVariable, type VsCodeAge } from './serverPackage.ts';
import { writeUserSettings } from './settings.ts';

// Runs a built suite (`inHost.ts integration`) inside VS Code: the browser-hosted one, or with --desktop the desktop one
// (VSCODE_VERSION names its version; default: the newest). --oldest takes the oldest VS Code that the manifest allows.
const [suite = 'integration'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const desktop = process.argv.includes('--desktop');
if (process.argv.includes('--oldest')) process.env[ageVariable] = 'oldest' satisfies VsCodeAge;
const desktopVersion = process.env.VSCODE_VERSION ? { version: process.env.VSCODE_VERSION } : {};
const scratch = await temporaryFolder(suite);
const userData = join(scratch.path, 'user');
const workspace = join(scratch.path, 'workspace');
await mkdir(workspace);
await writeUserSettings(userData);
// VS Code reads the environment's proxy once, at its start: one test listens at this port.
const port = createServer().listen(0, '127.0.0.1');
await once(port, 'listening');
process.env.TEST_ENVIRONMENT_PROXY = `http://localhost:${(port.address() as AddressInfo).port}`;
port.close();
process.exitCode = await run().finally(scratch.remove);

async function run(): Promise<number> {
  try {
    return await runTests({
      ...(desktop ? desktopVersion : { vscodeExecutablePath: join(import.meta.dirname, 'codeShim.ts') }),
      extensionDevelopmentPath: extensionFolder,
      extensionTestsPath: join(extensionFolder, 'out', 'test', suite, 'index.js'),
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
