import type { Page } from 'playwright-core';

/** The browser's, for what runs in its page. */
declare const navigator: {
  readonly clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> };
};

const nothing = 'nothing was copied yet';

/** What is in the clipboard once `action` has put something there. */
export async function copiedBy(page: Page, action: () => Promise<unknown>): Promise<string> {
  await fillClipboard(page, nothing);
  await action();
  await page.waitForFunction(async (before) => (await navigator.clipboard.readText()) !== before, nothing);
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Copies a text as if from another program. */
export async function fillClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}
