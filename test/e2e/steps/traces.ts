import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LoggedRequest } from '../../sampleServer/server.ts';
import { clipboard } from './clipboard.ts';
import type { Stage } from './stage.ts';
import { storedValues, webStorage } from './storedValues.ts';

/**
 * Where any of these texts is found: in what is on the screen and in the
 * clipboard now, and in everything that is kept (`keptTracesOf`).
 */
export async function tracesOf(stage: Stage, texts: readonly string[]): Promise<string[]> {
  return [...(await shownTracesOf(stage, texts)), ...(await keptTracesOf(stage, texts))];
}

/** Where any of these texts is found in the window with its pages and in the clipboard. */
export async function shownTracesOf({ page }: Stage, texts: readonly string[]): Promise<string[]> {
  return placesOf(texts, [...(await shown(page)), ['the clipboard', await clipboard(page)]]);
}

/**
 * Where any of these texts is found in files that VS Code keeps and those of
 * the workspace, in the browser's storage, and in what was sent to the API
 * beside the header `Authorization`.
 */
export async function keptTracesOf(stage: Stage, texts: readonly string[]): Promise<string[]> {
  const stored = [...(await storedValues(stage.page)), ...(await webStorage(stage.page))];
  return placesOf(texts, [
    ...filesBelow(stage.dataDir),
    ...filesBelow(stage.workspacePath),
    ...stored.map((value): Place => ['the browser’s storage', value]),
    ...stage.api.requests.map(sent),
  ]);
}

type Place = [name: string, content: string];

function placesOf(texts: readonly string[], places: readonly Place[]): string[] {
  return places.filter(([, content]) => texts.some((text) => content.includes(text))).map(([name]) => name);
}

/** Every log of the window and of the extension. */
export function logsOf({ dataDir }: Stage): string {
  return filesBelow(join(dataDir, 'data', 'logs'))
    .map(([, content]) => content)
    .join('\n');
}

function filesBelow(folder: string): Place[] {
  return globSync('**', { cwd: folder })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => [file, readFileSync(file, 'utf8')]);
}

async function shown(page: Page): Promise<Place[]> {
  const frames = page.frames().map(async (frame): Promise<[string, string]> => {
    // A frame may go away meanwhile; then nothing is shown in it.
    const content = await frame.content().catch(() => '');
    return [`the document ${frame.url().slice(0, 80)}`, content];
  });
  return Promise.all(frames);
}

function sent({ url, headers }: LoggedRequest): Place {
  const { authorization: _, ...others } = headers;
  return [`a request of ${url}`, `${url} ${JSON.stringify(others)}`];
}
