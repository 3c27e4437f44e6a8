#!/usr/bin/env node
// Stands in for the `code` executable of desktop VS Code: takes the same arguments from @vscode/test-electron,
// runs the tests in the browser-hosted VS Code, and ends with their exit code.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.ts';
import { outFolder } from './folders.ts';
import { markVariable } from './markedConsole.ts';
import { keepPicture } from './screenshots.ts';
import { ageVariable, type VsCodeAge } from './serverPackage.ts';
import type { Settings } from './settings.ts';
import { awaitTests, forwardLog } from './testRun.ts';
import { startVsCode } from './vscodeServer.ts';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
  allowPositionals: true,
  // The other arguments are for Electron.
  strict: false,
});
process.exitCode = await run();

async function run(): Promise<number> {
  const age = process.env[ageVariable] as VsCodeAge | undefined;
  const vscode = await startVsCode({
    age,
    // Its Git extension is an ES module, on which the extension host hangs, see `test/build.ts`.
    fewBuiltins: age === 'oldest',
    workspace: positionals[0],
    developmentPath: given(values.extensionDevelopmentPath),
    testsPath: given(values.extensionTestsPath),
    env: {
      [markVariable]: '1',
      HTTPS_PROXY: process.env.TEST_ENVIRONMENT_PROXY,
      // VS Code's own network trusts what the system trusts; this is what the tests trust.
      SSL_CERT_FILE: process.env.NODE_EXTRA_CA_CERTS,
    },
    userSettings: await profileSettings(given(values['user-data-dir'])),
  });
  const browser = await openBrowser();
  const close = async () => {
    await browser.close();
    await vscode.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(1)));
  }
  const log = await forwardLog(browser.page);
  try {
    const code = await awaitTests(browser.page, vscode);
    if (code !== 0) await keepLog(log);
    return code;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await keepLog(log);
    await keepPicture(browser.page, 'host-failure').then(
      (file) => console.error(`Screenshot: ${file}`),
      () => console.error('No screenshot: the page is gone.'),
    );
    return 1;
  } finally {
    await close();
  }
}

/** A loosely parsed option may also be `true`, when it came without a value. */
function given(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The settings that the caller wrote into the profile which desktop VS Code would use. */
async function profileSettings(folder: string | undefined): Promise<Settings> {
  if (folder === undefined) return {};
  const text = await readFile(join(folder, 'User', 'settings.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text) as Settings;
}

async function keepLog(entries: readonly string[]): Promise<void> {
  const file = join(outFolder, 'vscode.log');
  await mkdir(outFolder, { recursive: true });
  await writeFile(file, entries.join('\n'));
  // When the tests did not even load, nothing else says why.
  console.error(entries.findLast((entry) => /^error (?!Canceled)/.test(entry)) ?? '');
  console.error(`Log of VS Code: ${file}`);
}
