import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { comes, eventually } from './eventually.ts';
import { answerField, quickInput } from './quickInput.ts';
import type { RoomPage } from './roomPage.ts';
import { literally } from './text.ts';
import { rooms } from './tree.ts';

/** Presses a key until something is so, which may take `lasting` milliseconds after each press. */
async function pressUntil(
  page: Page,
  key: string,
  so: () => Promise<boolean>,
  most: number,
  lasting = 0,
): Promise<void> {
  for (let presses = 0; presses <= most; presses++) {
    const is = () => comes(eventually(so, `${key} led there`, lasting));
    if (lasting > 0 ? await is() : await so()) return;
    await page.keyboard.press(key);
  }
  assert.ok(await so(), `${key}, ${most} times, does not lead there.`);
}

/** Types into the open box, once it has the keyboard, in place of what is in it. */
export async function typeInBox(page: Page, text: string): Promise<void> {
  const field = answerField(page).and(page.locator(':focus'));
  await eventually(async () => {
    await field.waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
    return (await answerField(page).inputValue()) === text;
  }, `“${text}” is in the box`);
}

/** Goes down the open list to the entry with this label, and takes it. */
export async function take(page: Page, label: string): Promise<void> {
  const entries = quickInput(page).getByRole('option', { name: new RegExp(literally(label)) });
  await entries.first().waitFor();
  const marked = quickInput(page).locator('.monaco-list-row.focused').and(entries);
  await pressUntil(page, 'ArrowDown', async () => (await marked.count()) > 0, 40);
  await page.keyboard.press('Enter');
}

/** Enters the path in VS Code's own dialog, which overhears Enter while it looks the path up. */
export async function enterPath(page: Page): Promise<void> {
  const hidden = async () => !(await quickInput(page).isVisible());
  await pressUntil(page, 'Enter', hidden, 5, 2000);
}

/** Runs a command through the palette. In a window that has just opened, the palette may not know it yet. */
export async function command(page: Page, title: string): Promise<void> {
  const soon = { timeout: 3000 };
  const entry = quickInput(page)
    .locator('.monaco-list-row')
    .filter({ has: page.getByText(title, { exact: true }) });
  await eventually(
    async () => {
      await page.keyboard.press('F1');
      const found = answerField(page)
        .and(page.locator(':focus'))
        .waitFor(soon)
        .then(() => typeInBox(page, `>${title}`))
        .then(() => entry.first().waitFor(soon));
      return found.then(
        () => true,
        () => page.keyboard.press('Escape').then(() => false),
      );
    },
    `the palette has ${title}`,
    30_000,
  );
  const marked = entry.and(quickInput(page).locator('.focused'));
  await pressUntil(page, 'ArrowDown', async () => (await marked.count()) > 0, 20);
  await page.keyboard.press('Enter');
}

/** Goes down the tree, from its first row, to the row that begins so. */
export async function walkTo(page: Page, name: string): Promise<Locator> {
  const row = rooms(page)
    .locator('.monaco-list-row.focused')
    .and(rooms(page).getByRole('treeitem', { name: new RegExp(`^${literally(name)}`) }));
  await page.keyboard.press('Home');
  await pressUntil(page, 'ArrowDown', async () => (await row.count()) > 0, 120);
  return row;
}

/** Opens the menu of the row that has the keyboard, and takes an entry. */
export async function takeFromMenu(page: Page, key: string, label: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name: label, exact: true });
  const marked = page.locator('.action-item.focused').filter({ has: entry });
  const isMarked = async () => {
    await page.keyboard.press(key);
    await entry.waitFor({ timeout: 3000 });
    await pressUntil(page, 'ArrowDown', async () => (await marked.count()) > 0, 30);
  };
  // A row that is drawn anew in that moment takes the keyboard, and closes the menu.
  await isMarked().catch(() => page.keyboard.press('Escape').then(isMarked));
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

/** Presses F6, or Shift+F6, until the keyboard is in the page of the editor. */
export async function intoPage(page: Page, shown: RoomPage): Promise<void> {
  await pressUntil(page, 'F6', () => hasKeyboard(shown), 8, 1000);
}

/** Goes out of the page with F6, or Shift+F6, to this part of the window. */
export async function outOfPage(
  page: Page,
  shown: RoomPage,
  key: 'F6' | 'Shift+F6',
  part: string,
): Promise<void> {
  await page.keyboard.press(key);
  await page.locator(`.part.${part}:focus, .part.${part} :focus`).first().waitFor();
  assert.equal(await hasKeyboard(shown), false);
}

/** Gives the keyboard to the tree again. */
export async function backToTree(page: Page): Promise<void> {
  await command(page, 'Video Rooms: Focus on Rooms View');
  await page.locator('.monaco-list:focus[aria-label="Rooms"]').waitFor();
}

/** Whether keys go to this page. */
function hasKeyboard(shown: RoomPage): Promise<boolean> {
  return shown.locator('html').evaluate((root) => root.ownerDocument.hasFocus());
}

/** Presses Tab until the keyboard is on what answers to `matches`; a round through a page has far fewer stops. */
export async function tabTo(page: Page, within: RoomPage | Page, matches: string): Promise<void> {
  await page.keyboard.press('Tab');
  await pressUntil(page, 'Tab', async () => (await within.locator(`${matches}:focus`).count()) > 0, 200);
}
