import type { Page } from 'playwright-core';
import type { PageClick, PageElement } from './dom.ts';
import type { RoomPage } from './roomPage.ts';

/**
 * Goes through a page with Tab and presses Enter at each button, link and summary; that nothing of it is done keeps the
 * page as it is. Resolves to how many there were, and at which of them the key pressed nothing.
 */
export async function pressRound(
  page: Page,
  shown: RoomPage,
): Promise<{ pressed: number; deaf: readonly string[] }> {
  // The element itself: a locator looks for it through two frames each time.
  const root = await shown.locator('html').elementHandle();
  if (!root) throw new Error('The page is not there.');
  await root.evaluate(listen);
  await shown.locator('h1').first().focus();
  const deaf: string[] = [];
  let pressed = 0;
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press('Tab');
    const stop = await root.evaluate((one): { name: string; pressable: boolean } | undefined => one.stop());
    if (!stop) break;
    if (!stop.pressable) continue;
    await page.keyboard.press('Enter');
    if (await root.evaluate((one): boolean => one.wasPressed())) pressed++;
    else deaf.push(stop.name);
  }
  await root.evaluate((one) => one.unlisten());
  return { pressed, deaf };
}

/** Runs in the page. */
function listen(root: PageElement): void {
  const page = root.ownerDocument;
  const view = page.defaultView;
  let clicked: unknown;
  const onClick = (event: PageClick) => {
    clicked = event.target;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  view.addEventListener('click', onClick, true);
  Object.assign(root, {
    stop: () => {
      const element = page.hasFocus() && page.activeElement !== page.body ? page.activeElement : null;
      if (!element) return undefined;
      clicked = undefined;
      const said = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const tag = element.tagName.toLowerCase();
      return {
        name: `${tag} ${said.trim().slice(0, 40)}`,
        pressable: ['button', 'summary', 'a'].includes(tag),
      };
    },
    wasPressed: () => clicked !== undefined && clicked === page.activeElement,
    unlisten: () => view.removeEventListener('click', onClick, true),
  });
}
