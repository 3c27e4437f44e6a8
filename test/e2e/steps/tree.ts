import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { beginning, literally } from './text.ts';

/** The tree in the sidebar. */
export function rooms(page: Page): Locator {
  return page.getByRole('tree', { name: 'Rooms' });
}

/** Everything in the view: its heading, message, tree or welcome. */
export function view(page: Page): Locator {
  return page.locator('.part.sidebar');
}

/** The line above the rooms. VS Code keeps a hidden copy of it in the view's heading. */
export function viewMessage(page: Page, text: string): Locator {
  return view(page).getByText(text, { exact: true }).filter({ visible: true });
}

/** The row of a status, with all its rooms below; behind their number it may tell of problems. */
export function groupRow(page: Page, status: string): Locator {
  return rooms(page).getByRole('treeitem', {
    name: new RegExp(`^${literally(status)}, [\\d,]+ rooms?(,|$)`),
  });
}

/** The row of the room of this name, or of the row that begins so. */
export function row(page: Page, name: string): Locator {
  return rooms(page).getByRole('treeitem', { name: beginning(name) });
}

/** The rows on this level as a screen reader says them, in the order of the screen. */
export async function rowNames(page: Page, level: number): Promise<string[]> {
  const rows = rooms(page).locator(`[role=treeitem][aria-level="${level}"]`);
  const placed = await rows.evaluateAll((elements) =>
    elements.map((one) => ({
      name: one.getAttribute('aria-label') ?? '',
      place: Number(one.getAttribute('data-index')),
    })),
  );
  return placed.sort((one, other) => one.place - other.place).map(({ name }) => name);
}

/** Opens or closes the row with its arrow, which opens no room. */
export async function toggle(treeRow: Locator): Promise<void> {
  await treeRow.locator('.monaco-tl-twistie').click();
}

/** A button above the rooms. */
export async function pressViewButton(page: Page, name: string): Promise<void> {
  await view(page)
    .getByRole('toolbar', { name: /actions$/i })
    .first()
    .hover();
  await view(page).getByRole('button', { name, exact: true }).first().click();
}

/** Chooses from the context menu of a row; with Enter, because a menu that has just opened ignores clicks. */
export async function chooseFromMenu(page: Page, treeRow: Locator, label: string): Promise<void> {
  await treeRow.click({ button: 'right' });
  await page.getByRole('menuitem', { name: label, exact: true }).hover();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

/** The tooltip of a row, which holds this text. Rests on the row again when a redraw of the tree closed it. */
export async function tooltipOf(page: Page, treeRow: Locator, text: string): Promise<Locator> {
  const hover = page.locator('.monaco-hover', { hasText: text });
  await eventually(async () => {
    await page.locator('.part.titlebar').hover({ position: { x: 5, y: 5 } });
    await treeRow.hover();
    return hover.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  }, 'the tooltip opened');
  return hover;
}
