import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type BrowserOptions, launchBrowser, openPage } from '../../host/browser.ts';
import { packagedVsix, temporaryFolder } from '../../host/folders.ts';
import {
  changeSettings,
  installSettingsExtension,
  replaceSettings,
  settingsPortVariable,
} from '../../host/liveSettings.ts';
import type { Settings } from '../../host/settings.ts';
import { installVsix, startVsCode } from '../../host/vscodeServer.ts';
import { openWorkbench } from '../../host/workbench.ts';
import { atWorkerEnd, canShare } from '../../workers/lifetime.ts';
import { patience } from './eventually.ts';

/** How a window is opened; only its settings can be changed once it stands. */
export interface WindowOptions {
  /** User settings over the quiet ones. */
  readonly settings: Settings;
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** The display language, as VS Code names it; default English. */
  readonly language?: string | undefined;
  readonly deviceScaleFactor?: BrowserOptions['deviceScaleFactor'];
  readonly timezoneId?: BrowserOptions['timezoneId'];
  /** The window stays as VS Code opens it; else the view of rooms is opened. */
  readonly untouched?: boolean | undefined;
}

/** A VS Code with the packaged extension installed, in a page of a browser. */
export interface Window {
  readonly page: Page;
  /** Everything that VS Code keeps: profile, state and logs. */
  readonly dataDir: string;
  /** The process of VS Code's server. */
  readonly server: number;
  /** The folder that is open. */
  readonly workspacePath: string;
  /** Addresses outside this machine that something asked for; each was refused. */
  readonly refused: readonly string[];
  /** Changes user settings, and resolves when the window goes by them. */
  changeSettings(settings: Settings): Promise<void>;
  /** Has the window go by these settings alone, as if it had been opened with them. */
  replaceSettings(settings: Settings): Promise<void>;
  close(): Promise<void>;
}

/** As `patience`, for the start of a window, which is all that a cold machine does meanwhile. */
export const startPatience = 120_000;

/** Opens a window of its own: a new server with an empty profile, an empty folder, a page with storage of its own. */
export async function openWindow(
  { settings, env, language, deviceScaleFactor = 1, timezoneId, untouched }: WindowOptions,
  viewport: NonNullable<BrowserOptions['viewport']>,
): Promise<Window> {
  // VS Code remembers what is open in a folder, and nothing of an empty window.
  const workspace = await temporaryFolder('workspace');
  const scratch = await temporaryFolder('window');
  const portFile = join(scratch.path, 'settings-port');
  const vscode = await startVsCode({
    workspace: workspace.path,
    extensionsDir: await installedExtension(),
    fewBuiltins: true,
    userSettings: settings,
    env: { ...env, [settingsPortVariable]: portFile },
    language,
  });
  const { page, refused, close } = await newPage({ viewport, deviceScaleFactor, timezoneId });
  page.setDefaultTimeout(startPatience);
  await openWorkbench(page, vscode.url);
  if (!untouched) {
    await page.getByRole('tab', { name: 'Video Rooms' }).click();
    // Nobody is signed in: buttons offer it, as soon as the extension runs.
    await page.locator('.part.sidebar .monaco-button').first().waitFor();
  }
  page.setDefaultTimeout(patience);
  let current = settings;
  return {
    page,
    dataDir: vscode.serverDataDir,
    server: vscode.pid,
    workspacePath: workspace.path,
    refused,
    changeSettings: (changed) => {
      current = { ...current, ...changed };
      return changeSettings(portFile, changed);
    },
    replaceSettings: (wanted) => {
      const former = Object.fromEntries(Object.keys(current).map((name) => [name, null]));
      current = wanted;
      return replaceSettings(portFile, { ...former, ...wanted });
    },
    close: async () => {
      await close();
      await vscode.close();
      await workspace.remove();
      await scratch.remove();
    },
  };
}

let browser: Promise<Browser> | undefined;

/** A page in the browser of this process, which starts once. */
async function newPage(options: BrowserOptions) {
  if (!canShare()) {
    const own = await launchBrowser();
    return openPage(own, options, () => own.close());
  }
  if (!browser) {
    browser = launchBrowser();
    atWorkerEnd(async () => (await browser)?.close());
  }
  return openPage(await browser, options);
}

let installed: Promise<string> | undefined;

/** The folder with the installed extension; one for all files of a process. */
function installedExtension(): Promise<string> {
  installed ??= install();
  return installed;
}

async function install(): Promise<string> {
  const { path } = await temporaryFolder('installed');
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  const extensionsDir = join(path, 'extensions');
  await installVsix(packagedVsix, { extensionsDir, serverDataDir: join(path, 'data') });
  await installSettingsExtension(extensionsDir);
  return extensionsDir;
}
