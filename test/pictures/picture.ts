import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { extensionFolder } from '../host/folders.ts';

/** A part of the page, in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Shadows are gradients: with few colours they would be bands. A slow machine may still show a hover. */
const style = `
  * { box-shadow: none !important; }
  .workbench-hover-container { display: none !important; }
`;

/** How the pictures of a folder are written, and how large one may be; users download those of the walkthrough. */
const formats = {
  walkthrough: { extension: 'webp', maxBytes: 25_000, encode: fewColours },
  readme: { extension: 'png', maxBytes: 250_000, encode: (shot: Buffer) => palette(sharp(shot), 256) },
} as const;

/**
 * Writes a part of the page as `media/walkthrough/NAME.webp` or `media/readme/NAME.png`.
 * @throws Error where it gets larger than it may be
 */
export async function picture(
  page: Page,
  folder: keyof typeof formats,
  name: string,
  clip: Clip,
): Promise<void> {
  const { extension, maxBytes, encode } = formats[folder];
  const shot = await page.screenshot({ clip, style, animations: 'disabled', caret: 'hide' });
  const bytes = await encode(shot);
  if (bytes.byteLength > maxBytes) throw new Error(`${name} has ${bytes.byteLength} bytes`);
  const path = join(extensionFolder, 'media', folder);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, `${name}.${extension}`), bytes);
  console.log(`${name}.${extension}: ${bytes.byteLength} bytes`);
}

/** Lossless WebP of 16 colours: three quarters of what the same PNG has, and letters stay sharp. */
async function fewColours(shot: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  // A small sign in red or yellow is lost among so few colours, unless there is as much of it as of the text.
  const bands = accents(data).flatMap((colour) => Array.from({ length: width * 8 }, () => colour));
  const raw = { width, height: height + bands.length / width, channels: 3 } as const;
  const few = await palette(sharp(Buffer.concat([data, ...bands]), { raw }), 16);
  return sharp(few)
    .extract({ left: 0, top: 0, width, height })
    .webp({ lossless: true, quality: 100, effort: 6 })
    .toBuffer();
}

/** The colours other than grey that stand in more than 100 of the pixels, three bytes each. */
function accents(pixels: Buffer): Buffer[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const isCommon = ([colour, count]: [number, number]) => {
    const parts = [colour >> 16, (colour >> 8) & 255, colour & 255];
    return count > 100 && Math.max(...parts) - Math.min(...parts) > 60;
  };
  return [...counts]
    .filter(isCommon)
    .map(([colour]) => Buffer.from([colour >> 16, (colour >> 8) & 255, colour & 255]));
}

function palette(picture: Sharp, colours: number): Promise<Buffer> {
  return picture.png({ palette: true, colours, dither: 0, effort: 10 }).toBuffer();
}
