import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { outFolder } from './folders.ts';

/** Ids of the themes that pictures and accessibility tests use. */
export const themes = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

/** One of the themes by its short name. */
export type Theme = keyof typeof themes;

/** Writes `out/screenshots/NAME.png`, for whoever looks why something failed, and returns its path. */
export async function keepPicture(page: Page, name: string): Promise<string> {
  const path = join(outFolder, 'screenshots', `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}

/** The same for whoever looks how it looks, and asks for it by the environment variable `PICTURES`: each takes a while. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await keepPicture(page, name);
}
