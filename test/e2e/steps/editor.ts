import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../../host/workbench.ts';
import { eventually } from './eventually.ts';
import { answerField, choose, typeAnswer } from './quickInput.ts';

/** Opens a file that is not saved yet, with this text, in a language by the name that the editor shows. */
export async function newFile(page: Page, text: string, language?: string): Promise<void> {
  await runCommand(page, 'File: New Untitled Text File');
  await editor(page).locator('.view-lines').click();
  if (language !== undefined) {
    await runCommand(page, 'Change Language Mode');
    await answerField(page).fill(language);
    await choose(page, language);
  }
  await page.keyboard.insertText(text);
  await page.keyboard.press('ControlOrMeta+Home'); // A long line is scrolled to its end otherwise.
}

/** The active text editor. */
export function editor(page: Page): Locator {
  return page.locator('.part.editor .editor-group-container.active .monaco-editor[role=code]').first();
}

/** The part of the active editor's text that is a link and holds this. */
export function linkInEditor(page: Page, text: string): Locator {
  return editor(page).locator('.detected-link', { hasText: text }).first();
}

/** Follows a link as the editor wants it: with Control, or Command on a Mac. */
export async function follow(page: Page, link: Locator): Promise<void> {
  // The text is drawn anew when the key goes down, so that only its place can be clicked.
  const box = await link.boundingBox();
  if (!box) throw new Error('The link is not on the screen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.keyboard.down('ControlOrMeta');
  await eventually(async () => {
    await page.mouse.move(x + 2, y);
    await page.mouse.move(x, y);
    return (await editor(page).locator('.detected-link-active').count()) > 0;
  }, 'the editor showed that the link can be followed');
  await page.mouse.click(x, y);
  await page.keyboard.up('ControlOrMeta');
}

/** Gives VS Code an address as the system does when a link of its scheme is followed elsewhere. */
export async function openAddress(page: Page, address: string): Promise<void> {
  await runCommand(page, 'Developer: Open URL');
  await typeAnswer(page, address);
  await page.keyboard.press('Enter');
}

/** Closes all editors, keeps nothing of what is not saved, and goes back to the rooms. */
export async function closeEditors(page: Page): Promise<void> {
  const tabs = page.locator('.part.editor').getByRole('tab');
  for (let open = await tabs.count(); open > 0; open--) {
    await runCommand(page, 'View: Revert and Close Editor');
    await tabs.nth(open - 1).waitFor({ state: 'detached' });
  }
  await runCommand(page, 'Video Rooms: Focus on Rooms View');
}
