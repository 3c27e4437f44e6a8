import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { webviewPage } from '../../host/workbench.ts';

/** The document of the open room panel. */
export type RoomPage = FrameLocator;

/** The open room panel once it shows this room and all of its participants. */
export async function roomPage(page: Page, title: string | null): Promise<RoomPage> {
  const shown = webviewPage(page);
  await shown.getByRole('heading', { level: 1, name: title ?? '', exact: true }).waitFor();
  await loaded(shown);
  return shown;
}

/** Waits until the page says how many participants there are, which it does when all of them have come. */
export async function loaded(shown: RoomPage): Promise<void> {
  await shown.getByText(/^([\d,]+ participants?|Nobody joined this room)(?: · .*)?$/).waitFor();
}

/** The part of the page that holds the room's properties; findings of the call have terms of their own. */
function properties(shown: RoomPage): Locator {
  return shown.locator('section', { has: shown.getByRole('heading', { level: 2, name: 'Properties' }) });
}

/** The API's names of the properties on the page, in their order; each description ends its first lines with it. */
export async function propertyKeys(shown: RoomPage): Promise<string[]> {
  const described = await properties(shown).locator('dt [hidden]').allTextContents();
  return described.map((text) => text.split('\n')[1] ?? '');
}

/** Label and value of the property that the API calls so. */
export async function property(shown: RoomPage, key: string): Promise<{ label: Locator; value: Locator }> {
  const place = (await propertyKeys(shown)).indexOf(key);
  assert.ok(place >= 0, `The page has no property ${key}.`);
  return {
    label: properties(shown).getByRole('term').nth(place),
    value: properties(shown).getByRole('definition').nth(place),
  };
}

/** The API's names of the table's columns, in their order; `properties.` and the like stand before open keys. */
export async function columnKeys(shown: RoomPage): Promise<string[]> {
  const described = await shown.getByRole('columnheader').locator('[hidden]').allTextContents();
  return described.map((text) => text.split('\n').at(-1) ?? '');
}

/** The cells of the participant whose SID this is. */
export function participantCells(shown: RoomPage, sid: string): Locator {
  const cells = shown.getByRole('row').filter({ has: shown.getByText(sid, { exact: true }) });
  return cells.locator('td');
}
