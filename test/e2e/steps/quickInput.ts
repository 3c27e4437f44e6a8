import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { runCommand, settled } from '../../host/workbench.ts';
import { eventually, patience } from './eventually.ts';
import { literally } from './text.ts';

/** The box that VS Code drops down for a question or a list of choices. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget');
}

/** The field of the open question. */
export function answerField(page: Page): Locator {
  return quickInput(page).locator('input.input');
}

/** Waits until the question is asked whose prompt or message begins so. */
export async function askedFor(page: Page, prompt: string): Promise<void> {
  await message(page, prompt).waitFor();
}

/** What stands below the field: the prompt, or what is wrong with the text. */
export function message(page: Page, text: string): Locator {
  return quickInput(page).locator('.quick-input-message', { hasText: new RegExp(`^${literally(text)}`) });
}

/**
 * Empties the field and types, key by key. A box that has just opened takes the keyboard, and marks what is in it,
 * a moment later: what was typed until then is typed over, so it is typed again. Each step may take `timeout`
 * milliseconds.
 */
export async function typeAnswer(page: Page, text: string, timeout = patience): Promise<void> {
  const field = answerField(page);
  const within = { timeout };
  await field.waitFor(within); // A box that is not open keeps what was typed into it the last time.
  for (let tries = 0; tries < 3; tries++) {
    await field.focus(within);
    await field.press('ControlOrMeta+a', within);
    await page.keyboard.type(text);
    if ((await field.inputValue(within)) === text) return;
  }
  assert.equal(await field.inputValue(within), text);
}

/**
 * Runs a command that drops down a box, and types into it: again where a page that was just coming took the keyboard,
 * which closes the box.
 */
export async function typeInto(page: Page, command: string, text: string): Promise<void> {
  const typed = async () => {
    await runCommand(page, command);
    // Of a box that was closed nothing is waited for: all the time would go by with it.
    await typeAnswer(page, text, 3000);
    return quickInput(page).isVisible();
  };
  await eventually(() => typed().catch(() => false), `“${text}” was typed after ${command}`);
}

/** Takes the choice with this label, once the list stands. */
export async function choose(page: Page, label: string): Promise<void> {
  const option = quickInput(page)
    .getByRole('option', { name: new RegExp(literally(label)) })
    .first();
  await option.waitFor();
  await settled(quickInput(page).getByRole('option'));
  await option.click();
}

export async function closed(page: Page): Promise<void> {
  await quickInput(page).waitFor({ state: 'hidden' });
}
