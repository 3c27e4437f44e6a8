import assert from 'node:assert/strict';
import { after, afterEach, before } from 'mocha';
import type { Page } from 'playwright-core';
import type { BrowserOptions } from '../../host/browser.ts';
import { keepPicture, type Theme, themes } from '../../host/screenshots.ts';
import type { Settings } from '../../host/settings.ts';
import { themeClass } from '../../host/workbench.ts';
import { type SampleServer, type SampleServerOptions, startSampleServer } from '../../sampleServer/server.ts';
import { patience } from './eventually.ts';
import { extensionLog } from './log.ts';
import { onScreen } from './onScreen.ts';
import { leaveWindow, takeWindow } from './sharedWindow.ts';
import { openWindow, type Window, type WindowOptions } from './window.ts';

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
  /** The zone of the screen; that of the extension's machine is `TZ` in `env`. */
  readonly timezoneId?: BrowserOptions['timezoneId'];
  /** The window stays as VS Code opens it; else the view of rooms is opened. */
  readonly untouched?: boolean;
  /**
   * The window may be that of an earlier suite, and is left to a later one. For suites that change nothing but what
   * `leaveWindow` resets: settings, theme, editors, messages, files of the folder, filter, who is signed in. A suite
   * that changes more `takes` a window, and leaves it to none.
   */
  readonly shared?: boolean | 'takes';
}

/** A VS Code with the packaged extension installed, in a browser, and the sample API behind it. */
export class Stage {
  readonly #make: () => Promise<StageOptions>;
  #options: StageOptions = {};
  #api: SampleServer | undefined;
  #window: Window | undefined;
  /** What the window was refused for suites before this one. */
  #refusedBefore = 0;
  /** Length of the extension's log when this suite began. */
  #loggedBefore = 0;

  constructor(options: StageOptions | (() => Promise<StageOptions>)) {
    this.#make = typeof options === 'function' ? options : async () => options;
  }

  get isOpen(): boolean {
    return this.#window !== undefined;
  }

  get page(): Page {
    return standing(this.#window).page;
  }

  get api(): SampleServer {
    return standing(this.#api);
  }

  /** Everything that VS Code keeps: profile, state and logs. */
  get dataDir(): string {
    return standing(this.#window).dataDir;
  }

  /** The process of VS Code's server. */
  get server(): number {
    return standing(this.#window).server;
  }

  /** The folder that is open. */
  get workspacePath(): string {
    return standing(this.#window).workspacePath;
  }

  /** Addresses outside this machine that something asked for; each was refused. */
  get refused(): readonly string[] {
    return standing(this.#window).refused.slice(this.#refusedBefore);
  }

  /** What the extension has logged since the suite began. */
  get log(): string {
    return extensionLog(this.dataDir).slice(this.#loggedBefore);
  }

  async open(): Promise<void> {
    this.#options = await this.#make();
    const { api, settings, viewport = { width: 1280, height: 900 }, shared } = this.#options;
    const taken = shared ? await takeWindow(this.#key) : undefined;
    this.#api = await startSampleServer(api);
    const all = { 'videoRooms.apiBaseUrl': this.#api.url, ...settings };
    if (taken) {
      this.#window = taken;
      this.#refusedBefore = taken.refused.length;
      this.#loggedBefore = extensionLog(taken.dataDir).length;
      await taken.replaceSettings(all);
      return this.page.setViewportSize(viewport);
    }
    this.#window = await openWindow({ ...this.#options, settings: all } as WindowOptions, viewport);
    this.page.setDefaultTimeout(patience);
  }

  /**
   * Switches the colour theme through the settings: much quicker than the palette, which is not what is tested. As with
   * the palette, the pointer is nowhere in the page then.
   */
  async setTheme(theme: Theme): Promise<void> {
    await standing(this.#window).changeSettings({ 'workbench.colorTheme': themes[theme] });
    await this.page.mouse.move(0, 0);
    await this.page.locator(`.monaco-workbench.${themeClass[theme]}`).first().waitFor();
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

  /** Closes the window; one that is shared is left to the next suite, if all is well with it. */
  async close(well = false): Promise<void> {
    const window = this.#window;
    if (window && well && this.#options.shared === true) await leaveWindow(this.#key, window);
    else await window?.close();
    await this.#api?.close();
  }

  /** The same for all windows that can replace each other. */
  get #key(): string {
    const { env = {}, language, deviceScaleFactor } = this.#options;
    return JSON.stringify({ env, language, deviceScaleFactor });
  }
}

/**
 * Gives the tests of a suite one VS Code. A test that fails leaves a picture in `out/screenshots`, and prints what was
 * on the screen.
 */
export function useStage(options: StageOptions | (() => Promise<StageOptions>) = {}): Stage {
  const stage = new Stage(options);
  let failed = false;
  let passed = false;
  before(async function () {
    this.timeout(180_000); // The first time, VS Code and the browser are unpacked.
    await stage.open();
  });
  afterEach(async function () {
    // One that is tried again has no state yet.
    if (this.currentTest?.state === 'passed') passed = true;
    if (!this.currentTest || this.currentTest.state === 'passed') return;
    failed = true;
    await report(stage, this.currentTest.title);
    await stage.page.keyboard.press('Escape'); // A question that is still open must not fail the next test too.
  });
  after(async function () {
    if (stage.isOpen && !passed && !failed) await report(stage, this.test?.parent?.title ?? '');
    const refused = [...stage.refused];
    // Where the suite's own preparation fails, no test has passed.
    await stage.close(passed && !failed);
    assert.deepEqual(refused, [], 'something asked for addresses outside this machine');
  });
  return stage;
}

/** Keeps what can be seen of a failure. */
async function report({ page }: Stage, title: string): Promise<void> {
  const lines = (await onScreen(page)).split('\n').map((line) => `    ${line}`);
  console.log([`  on the screen after “${title}”:`, ...lines].join('\n'));
  await keepPicture(page, `failed ${title}`);
}

function standing<Thing>(thing: Thing | undefined): Thing {
  assert.ok(thing !== undefined, 'VS Code is not open yet.');
  return thing;
}
