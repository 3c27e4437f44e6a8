import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { browserCandidates } from './chromium.ts';

/** How the browser's window looks. */
export interface BrowserOptions {
  /** Size of the page in CSS pixels. */
  viewport?: { width: number; height: number };
  /** Device pixels for each CSS pixel: 2 for sharp pictures. */
  deviceScaleFactor?: number;
  /** As `prefers-reduced-motion`; default `reduce`, so that pictures and clicks wait for no animation. */
  reducedMotion?: 'reduce' | 'no-preference';
  /** IANA name of the zone of the screen; by default that of this machine. */
  timezoneId?: string | undefined;
}

/** A browser that reaches nothing but this machine. */
export interface OpenBrowser {
  context: BrowserContext;
  page: Page;
  /** Addresses outside this machine that something asked for; each was refused. */
  refused: string[];
  close(): Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // The wall around this machine, also for service workers and web sockets. Addresses without a name are hosts too.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/**
 * Opens a headless browser with one empty page, clipboard allowed.
 *
 * @throws Error that lists every browser tried when none starts
 */
export async function openBrowser(options: BrowserOptions = {}): Promise<OpenBrowser> {
  const browser = await launchBrowser();
  return openPage(browser, options, () => browser.close());
}

/** Opens one empty page in a browser that runs, with storage and cookies of its own. */
export async function openPage(
  browser: Browser,
  options: BrowserOptions,
  close?: () => Promise<void>,
): Promise<OpenBrowser> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    reducedMotion: options.reducedMotion ?? 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(options.timezoneId !== undefined && { timezoneId: options.timezoneId }),
  });
  await context.addInitScript(holdStill);
  const refused: string[] = [];
  // A route would refuse them too, but has the browser keep no file of VS Code for the next time. What VS Code's own
  // service worker answers has such an address and does not fail.
  context.on('requestfailed', (request) => {
    const ended = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!ended && !isLocal(new URL(request.url()))) refused.push(request.url());
  });
  return { context, page: await context.newPage(), refused, close: close ?? (() => context.close()) };
}

/** The browser's, for what runs in its page. */
declare const document: { adoptedStyleSheets: unknown[] };
declare const window: { readonly top: unknown };
declare class CSSStyleSheet {
  replaceSync(text: string): void;
}

/**
 * Runs in each page: stops the bar and the circle by which VS Code shows that something goes on, which move also where
 * no motion is wanted. Drawing them without a graphics card takes a whole processor for as long as a test waits. The
 * documents of the extension, which are frames, are left alone.
 */
function holdStill(): void {
  if (window !== window.top) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.progress-bit, .codicon-modifier-spin { animation: none !important; }');
  document.adoptedStyleSheets.push(sheet);
}

function isLocal(url: URL): boolean {
  if (!/^(https?|wss?):$/.test(url.protocol)) return true;
  return url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]';
}

/** Starts a headless browser that has no page yet. */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for await (const candidate of browserCandidates()) {
    try {
      const args = [...flags, ...(candidate.args ?? [])];
      return await chromium.launch({ ...candidate, args });
    } catch (error) {
      failures.push(`${nameOf(candidate)}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(
    `No browser starts. Set CHROME_PATH to a Chrome, Chromium or Edge.\n${failures.join('\n')}`,
  );
}

function nameOf(candidate: LaunchOptions): string {
  return candidate.executablePath ?? candidate.channel ?? 'browser';
}
