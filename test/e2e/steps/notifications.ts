import type { Locator, Page } from 'playwright-core';

/** The message at the corner of the window that holds this text. */
export function notification(page: Page, text: string): Locator {
  return page.locator('.notification-toast', { hasText: text });
}

/** The question in the middle of the window that has to be answered before anything else. */
export function modal(page: Page): Locator {
  return page.getByRole('dialog').filter({ has: page.getByRole('button') });
}
