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
  // Before the pointer is there: the part that is a link is drawn by itself then. The terminal draws its lines anew when
  // more is printed.
  let box: Awaited<ReturnType<Locator['boundingBox']>> = null;
  await eventually(async () => {
    box = await text.boundingBox({ timeout: 1000 }).catch(() => null);
    return box !== null;
  }, 'the text is on the screen');
  const { x, y } = middleOf(box);
  await page.keyboard.down('ControlOrMeta');
  try {
    await eventually(async () => {
      await page.mouse.move(x + 5, y);
      await page.mouse.move(x, y);
      return (await page.locator('.xterm-cursor-pointer').count()) > 0;
    }, 'the terminal found a link');
    await page.mouse.click(x, y);
  } finally {
    // A key that stays down would fail the tests after this one too.
    await page.keyboard.up('ControlOrMeta');
  }
}

function middleOf(box: { x: number; y: number; width: number; height: number } | null): {
  x: number;
  y: number;
} {
  if (!box) throw new Error('The text is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
