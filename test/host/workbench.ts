import type { FrameLocator, Page } from 'playwright-core';
import { type Theme, themes } from './screenshots.ts';

/** Opens VS Code's page and waits until its window stands. */
export async function openWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
}

/** Runs a command through the palette, by the title that the palette shows. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await pick(page, `>${title}`, title);
}

/** What the window's root element is marked with when it wears a theme. */
const themeClass = { light: 'vs', dark: 'vs-dark', highContrast: 'hc-black', highContrastLight: 'hc-light' };

/** Switches the colour theme as a user does, and waits until the window wears it. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await pick(page, themes[theme], themes[theme]);
  await page.locator(`.monaco-workbench.${themeClass[theme]}`).first().waitFor();
}

/**
 * The document that an extension put into a web view. VS Code nests two frames and replaces the inner one
 * with each new document: locators find it anew every time, a kept `Frame` goes stale.
 */
export function webviewPage(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** Types into the open quick input and takes the first entry that has exactly this label. */
async function pick(page: Page, text: string, label: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  await widget.locator('input.input').fill(text);
  await widget.locator('.quick-input-list-row').getByText(label, { exact: true }).first().click();
}
