import type { Locator, Page } from 'playwright-core';
import { answerField, quickInput } from './quickInput.ts';

/** Longest text of one part of the window, in characters: a list may have thousands of rows. */
const maxLength = 600;

/**
 * What a window shows at this moment, in one line for each of its parts: for the log of a run whose screenshots
 * nobody has. Never fails; a page that is gone shows nothing.
 */
export async function onScreen(page: Page): Promise<string> {
  const parts: [name: string, text: Promise<string>][] = [
    ['box', question(page)],
    ['dialog', textOf(page.locator('.monaco-dialog-box'))],
    ['menu', textOf(page.getByRole('menu'))],
    ['messages', textOf(page.locator('.notification-toast'))],
    ['sidebar', textOf(page.locator('.part.sidebar'))],
    ['tabs', textOf(page.locator('.part.editor').getByRole('tab'))],
    ['status bar', textOf(page.locator('.part.statusbar'))],
    ['keyboard', textOf(page.locator(':focus'), (one) => one.getAttribute('aria-label'))],
  ];
  const lines = await Promise.all(
    parts.map(async ([name, text]) => [name, await text.catch((error: unknown) => `${error}`)] as const),
  );
  const shown = lines.filter(([, text]) => text !== '');
  return shown.map(([name, text]) => `${name}: ${text}`).join('\n');
}

/** The open question: what stands in its field, in which color of grey too, and its choices. */
async function question(page: Page): Promise<string> {
  if (!(await quickInput(page).isVisible())) return '';
  const field = answerField(page);
  const typed = (await field.count()) > 0 ? await field.inputValue(soon) : '';
  const placeholder = (await field.count()) > 0 ? await field.getAttribute('placeholder', soon) : '';
  return `“${typed}” (${placeholder}) ${await textOf(quickInput(page))}`;
}

/** A page that hangs must not hold up the report about it. */
const soon = { timeout: 2000 };

async function textOf(
  locator: Locator,
  read: (one: Locator) => Promise<string | null> = (one) => one.innerText(soon),
): Promise<string> {
  const all = await locator.filter({ visible: true }).all();
  const texts = await Promise.all(all.slice(0, 20).map(read));
  const text = texts
    .map((one) => (one ?? '').replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' | ');
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
