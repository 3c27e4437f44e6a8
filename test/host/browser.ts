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
  // A second wall behind the route below, also for what routes do not see (service workers, web sockets).
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
  });
  const refused: string[] = [];
  await context.route(
    (url) => !isLocal(url),
    (route) => {
      refused.push(route.request().url());
      return route.abort('blockedbyclient');
    },
  );
  return { context, page: await context.newPage(), refused, close: close ?? (() => context.close()) };
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
