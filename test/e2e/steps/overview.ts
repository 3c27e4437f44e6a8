import type { Locator, Page } from 'playwright-core';
import { runCommand, webviewPage } from '../../host/workbench.ts';
import type { RoomPage } from './roomPage.ts';

/** Opens the overview and waits until it has counted. */
export async function openOverview(page: Page): Promise<RoomPage> {
  await runCommand(page, 'Video Rooms: Open Overview');
  const shown = webviewPage(page);
  await shown.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
  return shown;
}

/** A chart's bars. */
export function chart(shown: RoomPage, title: string | RegExp): Locator {
  return shown.getByRole('toolbar', { name: title });
}

/** Loads the participants of all rooms and waits until they are known. */
export async function loadParticipants(shown: RoomPage): Promise<void> {
  await shown.getByRole('button', { name: /^Load participants of/ }).click();
  const known = shown.getByRole('main').getByText('Participants are known for all');
  await known.waitFor({ timeout: 50_000 }); // There may be many.
}
