import { setTimeout as pause } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { type Theme, themes } from './screenshots.ts';

/** Opens VS Code's page and waits until its window stands. */
export async function openWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
}

/**
 * Runs a command through the palette, by the title that the palette shows. Opens the palette again where the key went
 * to something that was just going away (a menu, a box, a page), and where a page that was just coming took the
 * keyboard, which closes the palette.
 */
export async function runCommand(page: Page, title: string, tries = 4): Promise<void> {
  await page.keyboard.press('F1');
  const field = page.locator('.quick-input-widget input.input');
  const ran = field
    .waitFor(quickly)
    .then(() => field.fill(`>${title}`, quickly))
    .then(() => take(page, title));
  if (tries <= 1) return ran;
  await ran.catch(async () => {
    // An open palette offers what could be done when it was opened.
    await page.keyboard.press('Escape');
    await runCommand(page, title, tries - 1);
  });
}

/** How long the palette may take, in milliseconds, until it is opened again. */
const quickly = { timeout: 5000 };

/** What the window's root element is marked with when it wears a theme. */
export const themeClass = {
  light: 'vs',
  dark: 'vs-dark',
  highContrast: 'hc-black',
  highContrastLight: 'hc-light',
} as const;

/** Switches the colour theme as a user does, and waits until the window wears it. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-widget input.input').fill(themes[theme]);
  await take(page, themes[theme]);
  await page.locator(`.monaco-workbench.${themeClass[theme]}`).first().waitFor();
}

/**
 * The document that an extension put into a web view. VS Code nests two frames and replaces the inner one
 * with each new document: locators find it anew every time, a kept `Frame` goes stale.
 */
export function webviewPage(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** Takes the first entry of the open list that has exactly this label. */
async function take(page: Page, label: string): Promise<void> {
  const rows = page.locator('.quick-input-widget .quick-input-list-row');
  await settled(rows);
  await rows.getByText(label, { exact: true }).first().click(quickly);
}

/**
 * Waits until a list is the same twice in a row, this many milliseconds apart: a click on a row that moves away hits
 * another, which may even be drawn by the same element.
 */
export async function settled(rows: Locator, apart = 50): Promise<void> {
  await rows.first().waitFor(quickly);
  for (let before = ''; ; await pause(apart)) {
    const now = (await rows.allInnerTexts()).join('\n');
    if (now === before) return;
    before = now;
  }
}
