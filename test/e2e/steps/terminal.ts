import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../../host/workbench.ts';
import { eventually } from './eventually.ts';

/** Opens a terminal and waits for its shell. The setting `terminal.integrated.gpuAcceleration` has to be off. */
export async function newTerminal(page: Page): Promise<Locator> {
  await runCommand(page, 'Terminal: Create New Terminal');
  const rows = page.locator('.terminal-wrapper.active .xterm-rows');
  await rows.filter({ hasText: /[$#%>]/ }).waitFor();
  return rows;
}

/** Types a command and waits for the line that begins so. */
export async function typeInTerminal(
  page: Page,
  rows: Locator,
  typed: string,
  line: RegExp,
): Promise<Locator> {
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  const text = rows.locator('> div > span', { hasText: line }).first();
  await text.waitFor();
  return text;
}

/** Follows what the middle of the text is a link to. Terminals look for links where the pointer is. */
export async function followInTerminal(page: Page, text: Locator): Promise<void> {
  let at = { x: 0, y: 0 };
  await page.keyboard.down('ControlOrMeta');
  await eventually(async () => {
    const box = await text.boundingBox();
    if (!box) return false; // The terminal draws its lines anew when more is printed.
    at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(at.x + 5, at.y);
    await page.mouse.move(at.x, at.y);
    return (await page.locator('.xterm-cursor-pointer').count()) > 0;
  }, 'the terminal found a link');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('ControlOrMeta');
}
