import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before } from 'mocha';
import type { Page } from 'playwright-core';
import { type BrowserOptions, type OpenBrowser, openBrowser } from '../../host/browser.ts';
import { packagedVsix, temporaryFolder } from '../../host/folders.ts';
import { shot } from '../../host/screenshots.ts';
import type { Settings } from '../../host/settings.ts';
import { installVsix, startVsCode, type VsCode } from '../../host/vscodeServer.ts';
import { openWorkbench } from '../../host/workbench.ts';
import { type SampleServer, type SampleServerOptions, startSampleServer } from '../../sampleServer/server.ts';

export interface StageOptions {
  /** The sample API that the extension talks to. */
  readonly api?: SampleServerOptions;
  /** User settings beside the API's address. */
  readonly settings?: Settings;
  readonly env?: NodeJS.ProcessEnv;
  /** The display language, as VS Code names it; default English. */
  readonly language?: string;
  readonly viewport?: BrowserOptions['viewport'];
  readonly deviceScaleFactor?: BrowserOptions['deviceScaleFactor'];
  /** The window stays as VS Code opens it; else the view of rooms is opened. */
  readonly untouched?: boolean;
}

/** How long one step of a person may take until it shows, in milliseconds. */
const patience = 15_000;
/** The same for the start of a window, which is all that a cold machine does meanwhile. */
const startPatience = 60_000;

/** A VS Code with the packaged extension installed, in a browser, and the sample API behind it. */
export class Stage {
  readonly #make: () => Promise<StageOptions>;
  #options: StageOptions = {};
  #api: SampleServer | undefined;
  #vscode: VsCode | undefined;
  #workspace: Awaited<ReturnType<typeof temporaryFolder>> | undefined;
  #browser: OpenBrowser | undefined;

  constructor(options: StageOptions | (() => Promise<StageOptions>)) {
    this.#make = typeof options === 'function' ? options : async () => options;
  }

  get page(): Page {
    return standing(this.#browser).page;
  }

  get api(): SampleServer {
    return standing(this.#api);
  }

  /** Everything that VS Code keeps: profile, state and logs. */
  get dataDir(): string {
    return standing(this.#vscode).serverDataDir;
  }

  /** The process of VS Code's server. */
  get server(): number {
    return standing(this.#vscode).pid;
  }

  /** The folder that is open. */
  get workspacePath(): string {
    return standing(this.#workspace).path;
  }

  /** Addresses outside this machine that something asked for; each was refused. */
  get refused(): readonly string[] {
    return standing(this.#browser).refused;
  }

  async open(): Promise<void> {
    this.#options = await this.#make();
    this.#api = await startSampleServer(this.#options.api);
    // VS Code remembers what is open in a folder, and nothing of an empty window.
    this.#workspace = await temporaryFolder('workspace');
    this.#vscode = await startVsCode({
      workspace: this.#workspace.path,
      extensionsDir: await installedExtension(),
      userSettings: { 'videoRooms.apiBaseUrl': this.#api.url, ...this.#options.settings },
      env: this.#options.env,
      language: this.#options.language,
    });
    const { viewport = { width: 1280, height: 900 }, deviceScaleFactor = 1 } = this.#options;
    this.#browser = await openBrowser({ viewport, deviceScaleFactor });
    this.page.setDefaultTimeout(startPatience);
    await openWorkbench(this.page, this.#vscode.url);
    if (!this.#options.untouched) {
      await this.page.getByRole('tab', { name: 'Video Rooms' }).click();
      // Nobody is signed in: buttons offer it, as soon as the extension runs.
      await this.page.locator('.part.sidebar .monaco-button').first().waitFor();
    }
    this.page.setDefaultTimeout(patience);
  }

  /** Makes the API unreachable: nothing listens at its address any more. */
  async stopApi(): Promise<void> {
    await this.api.close();
  }

  /** Brings the API back at the same address, with the same rooms. */
  async startApi(): Promise<void> {
    const { port, world } = this.api;
    this.#api = await startSampleServer({ ...this.#options.api, port, world });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#vscode?.close();
    await this.#api?.close();
    await this.#workspace?.remove();
  }
}

/** Gives the tests of a suite one VS Code; a test that fails leaves a picture in `out/screenshots`. */
export function useStage(options: StageOptions | (() => Promise<StageOptions>) = {}): Stage {
  const stage = new Stage(options);
  before(async function () {
    this.timeout(180_000); // The first time, VS Code and the browser are unpacked.
    await stage.open();
  });
  afterEach(async function () {
    // One that is tried again has no state yet.
    if (!this.currentTest || this.currentTest.state === 'passed') return;
    await shot(stage.page, `failed ${this.currentTest.title}`);
    await stage.page.keyboard.press('Escape'); // A question that is still open must not fail the next test too.
  });
  after(async () => {
    const refused = [...stage.refused];
    await stage.close();
    assert.deepEqual(refused, [], 'something asked for addresses outside this machine');
  });
  return stage;
}

let installed: Promise<string> | undefined;

/** The folder with the installed extension; one for all files of a run. */
function installedExtension(): Promise<string> {
  installed ??= install();
  return installed;
}

async function install(): Promise<string> {
  const { path } = await temporaryFolder('installed');
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  const extensionsDir = join(path, 'extensions');
  await installVsix(packagedVsix, { extensionsDir, serverDataDir: join(path, 'data') });
  return extensionsDir;
}

function standing<Thing>(thing: Thing | undefined): Thing {
  assert.ok(thing !== undefined, 'VS Code is not open yet.');
  return thing;
}
