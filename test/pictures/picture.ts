import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import UPNG from 'upng-js';
import { extensionFolder } from '../host/folders.ts';

/** A part of the page, in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whoever installs the extension loads every picture of the walkthrough; those of the README only who reads it. */
const mostBytes = { walkthrough: 60_000, readme: 250_000 } as const;

/**
 * Writes a part of the page as `media/FOLDER/NAME.png`, with as many colours as keep it small.
 * @throws Error where even few colours do not
 */
export async function picture(
  page: Page,
  folder: keyof typeof mostBytes,
  name: string,
  clip: Clip,
): Promise<void> {
  const shot = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  const decoded = UPNG.decode(bufferOf(shot));
  const [pixels] = UPNG.toRGBA8(decoded);
  if (!pixels) throw new Error(`${name} has no picture`);
  const path = join(extensionFolder, 'media', folder, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  for (const colours of [256, 128, 64, 48, 32, 24]) {
    const small = Buffer.from(UPNG.encode([pixels], decoded.width, decoded.height, colours));
    if (small.byteLength > mostBytes[folder]) continue;
    await writeFile(path, small);
    console.log(
      `${name}: ${decoded.width} × ${decoded.height}, ${colours} colours, ${small.byteLength} bytes`,
    );
    return;
  }
  throw new Error(`${name} is larger than ${mostBytes[folder]} bytes`);
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return bytes.slice().buffer;
}
