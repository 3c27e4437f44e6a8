import type { Page } from 'playwright-core';
import { webviewPage } from '../../host/workbench.ts';
import { eventually } from './eventually.ts';
import { storedValues } from './storedValues.ts';
import { startPatience } from './window.ts';

/**
 * Reloads the window, once VS Code has written down what has to be there again: values in which these are found, such
 * as the SID of the room in an open editor. A browser gives it no time to do so at the end.
 */
export async function reloadWindow(page: Page, ...kept: (string | RegExp)[]): Promise<void> {
  const written = async () => {
    const values = await storedValues(page);
    return kept.every((text) =>
      values.some((value) => (typeof text === 'string' ? value.includes(text) : text.test(value))),
    );
  };
  await eventually(written, `VS Code has written down ${kept}`, 20_000);
  await page.reload({ timeout: startPatience });
}

/** The same where a page is open, and waits until its document is there again: VS Code starts anew meanwhile. */
export async function reloadWithPage(page: Page, ...kept: (string | RegExp)[]): Promise<void> {
  await reloadWindow(page, ...kept);
  const body = webviewPage(page).locator('main');
  await body.waitFor({ timeout: 40_000 });
}
