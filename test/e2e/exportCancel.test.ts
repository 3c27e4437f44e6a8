import assert from 'node:assert/strict';
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { shot } from '../host/screenshots.ts';
import { runCommand } from '../host/workbench.ts';
import { comes, eventually } from './steps/eventually.ts';
import { acceptPath, offeredPath } from './steps/files.ts';
import { freezeExtensions } from './steps/freeze.ts';
import { notification } from './steps/notifications.ts';
import { choose, quickInput } from './steps/quickInput.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { view } from './steps/tree.ts';

describe('an export of many rooms', () => {
  let held: PromiseWithResolvers<void> | undefined;
  const stage = useStage({
    shared: true,
    settings: { 'videoRooms.refreshInterval': 0 },
    api: {
      size: 45_000,
      intercept: async () => {
        await held?.promise;
        return false;
      },
    },
  });
  let thaw = () => {};
  let watching: FSWatcher | undefined;

  before(async () => {
    await signIn(stage.page);
    const stopped = view(stage.page)
      .getByText(/^Last 24 hours · the newest [\d,]+ rooms of about [\d,]+$/)
      .filter({ visible: true });
    await stopped.first().waitFor({ timeout: 30_000 });
  });

  afterEach(() => {
    watching?.close();
    thaw();
    held?.resolve();
    held = undefined;
  });

  const files = () => readdirSync(stage.workspacePath);

  /** Until it is asked what to do about those that are not loaded. */
  async function beginExport(): Promise<void> {
    await runCommand(stage.page, 'Video Rooms: Export Rooms…');
    await choose(stage.page, 'NDJSON');
    await quickInput(stage.page).getByPlaceholder('Not all rooms of the window are loaded.').waitFor();
  }

  it('is cancelled while the rest of the rooms is loaded', async () => {
    const { page, api } = stage;
    await beginExport();
    held = Promise.withResolvers();
    const asked = api.requests.length;
    await choose(page, 'Load the Rest First');
    await eventually(() => api.requests.length > asked, 'the rest is asked for');
    const progress = notification(page, 'Loading the rest of the rooms');
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
    held.resolve();
    await eventually(() => api.inFlight === 0, 'nothing is on its way');
    assert.equal(await quickInput(page).isVisible(), false, 'no file is asked for');
    assert.deepEqual(files(), []);
  });

  it('is cancelled while it is written, and leaves no file behind', async () => {
    const { page, workspacePath } = stage;
    await beginExport();
    await choose(page, 'Export What Is Loaded');
    await offeredPath(page, '.ndjson');
    const begun: string[] = [];
    // The machine stands still as soon as there is a part of the file: nobody is quick enough otherwise.
    watching = watch(workspacePath, (_, name) => {
      if (begun.length === 0) thaw = freezeExtensions(stage.server);
      begun.push(`${name}`);
    });
    await acceptPath(page, join(workspacePath, 'many.ndjson'));
    await eventually(() => begun.length > 0, 'a file was begun');
    assert.match(begun[0] ?? '', /^\.video-rooms-.*\.part$/);
    assert.deepEqual(files(), [begun[0]], 'it is not whole yet');
    const progress = notification(page, 'Exporting');
    // It may stand still before the window has heard of the export: then it goes on for a moment.
    await eventually(async () => {
      if (await comes(progress.waitFor({ timeout: 1000 }))) return true;
      thaw();
      thaw = freezeExtensions(stage.server);
      return false;
    }, 'the progress is shown');
    await shot(page, 'exporting');
    await progress.getByRole('button', { name: 'Cancel' }).click();
    thaw();
    await page.locator('.part.statusbar').getByText('Export cancelled; nothing was written').waitFor();
    await progress.waitFor({ state: 'detached' });
    assert.deepEqual(files(), []);
    assert.equal(await notification(page, 'exported to').count(), 0);
  });
});
