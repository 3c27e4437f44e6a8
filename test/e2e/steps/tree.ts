import type { Locator, Page } from 'playwright-core';
import { comes, eventually } from './eventually.ts';
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

/** The line above the rooms once it says first whose they are. */
export function viewMessageOf(page: Page, account: string): Locator {
  return view(page)
    .getByText(new RegExp(`^${literally(account)} · .*rooms?$`))
    .filter({ visible: true });
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

/** Goes to the end of the tree until this row is there: a redraw in between may take the keyboard, or add rows. */
export async function goToEnd(page: Page, last: Locator): Promise<void> {
  await eventually(async () => {
    await rooms(page).focus();
    await page.keyboard.press('End');
    return comes(last.waitFor({ timeout: 1000 }));
  }, 'the end of the tree is in sight');
}

/** Opens or closes the row with its arrow, which opens no room. A redraw between press and release takes the click. */
export async function toggle(treeRow: Locator): Promise<void> {
  const before = await treeRow.getAttribute('aria-expanded');
  const hasTurned = async () => (await treeRow.getAttribute('aria-expanded')) !== before;
  const turned = async () => {
    if (await hasTurned()) return true;
    await treeRow.locator('.monaco-tl-twistie').click();
    return comes(eventually(hasTurned, 'the row has turned', 3000));
  };
  await eventually(turned, 'the row was opened or closed', 15_000);
}

/**
 * Clicks the row of a room, which selects and opens it. Clicks again where the list moved in that moment, as it does
 * while rooms and their participants come: the click has hit another row.
 */
export async function clickRoom(page: Page, name: string): Promise<void> {
  const selected = row(page, name).and(page.locator('[aria-selected=true]')).first();
  await eventually(async () => {
    await row(page, name).click();
    return comes(selected.waitFor({ timeout: 3000 }));
  }, `the row of ${name} was clicked`);
}

/** A button above the rooms. */
export async function pressViewButton(page: Page, name: string): Promise<void> {
  await view(page)
    .getByRole('toolbar', { name: /actions$/i })
    .first()
    .hover();
  await view(page).getByRole('button', { name, exact: true }).first().click();
}

/** Chooses from the menu behind the buttons above the rooms. */
export async function chooseFromViewMenu(page: Page, label: string): Promise<void> {
  await chooseFrom(page, () => pressViewButton(page, 'Views and More Actions...'), label);
}

/** Chooses from the context menu of a row. */
export async function chooseFromMenu(page: Page, treeRow: Locator, label: string): Promise<void> {
  await chooseFrom(page, () => treeRow.click({ button: 'right' }), label);
}

/** Chooses from the menu behind the buttons in the title of the editor that is open. */
export async function chooseFromEditorMenu(page: Page, label: string): Promise<void> {
  const more = page
    .locator('.editor-group-container.active .editor-actions')
    .getByRole('button', { name: /More Actions/ });
  await chooseFrom(page, () => more.click(), label);
}

/**
 * Chooses from the menu that `open` opens, and opens it again where a redraw of the window or a slow start closed it.
 * With Enter, because a menu that has just opened ignores clicks.
 */
async function chooseFrom(page: Page, open: () => Promise<void>, label: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name: label, exact: true });
  const soon = { timeout: 4000 };
  const choose = async () => {
    await open();
    await entry.hover(soon);
    await entry.press('Enter', soon); // Fails where the menu is gone: the key must not go elsewhere.
    await page.getByRole('menu').waitFor({ state: 'detached', ...soon });
  };
  const tried = () =>
    choose().then(
      () => true,
      () => page.keyboard.press('Escape').then(() => false),
    );
  await eventually(tried, `“${label}” was chosen from a menu`);
}

/** The tooltip of a row, which holds this text. Rests on the row again when a redraw of the tree closed it. */
export async function tooltipOf(page: Page, treeRow: Locator, text: string): Promise<Locator> {
  const hover = page.locator('.monaco-hover', { hasText: text });
  await eventually(async () => {
    await page.locator('.part.titlebar').hover({ position: { x: 5, y: 5 } });
    await treeRow.hover();
    return comes(hover.waitFor({ timeout: 3000 }));
  }, 'the tooltip opened');
  return hover;
}
