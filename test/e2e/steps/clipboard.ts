import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** The browser's, for what runs in its page. */
declare const navigator: {
  readonly clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> };
};

declare const window: { focus(): void };

const nothing = 'nothing was copied yet';

/** What is in the clipboard once `action` has put something there. */
export async function copiedBy(page: Page, action: () => Promise<unknown>): Promise<string> {
  await fillClipboard(page, nothing);
  await action();
  let text = nothing;
  const changed = async () => {
    text = await clipboard(page);
    return text !== nothing;
  };
  await eventually(changed, 'something was copied');
  return text;
}

/** Copies a text as if from another program. */
export async function fillClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

/** What is in the clipboard. It can be read only while the window has the focus, which goes with a page that closes. */
export async function clipboard(page: Page): Promise<string> {
  let text = '';
  await eventually(async () => {
    const read = await page.evaluate(() => navigator.clipboard.readText().catch(() => null));
    if (read === null) await page.bringToFront().then(() => page.evaluate(() => window.focus()));
    text = read ?? '';
    return read !== null;
  }, 'the clipboard could be read');
  return text;
}
