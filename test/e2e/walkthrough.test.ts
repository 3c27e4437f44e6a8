import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot, type Theme } from '../host/screenshots.ts';
import { runCommand } from '../host/workbench.ts';
import { eventually } from './steps/eventually.ts';
import { roomPage } from './steps/roomPage.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom, groupRow } from './steps/tree.ts';

describe('the first minutes', () => {
  const stage = useStage({
    viewport: { width: 1440, height: 900 },
    settings: { 'videoRooms.refreshInterval': 0 },
  });
  const guide = () => stage.page.locator('.gettingStartedContainer');
  const step = (title: string) => guide().locator('button.getting-started-step', { hasText: title });
  const isDone = async (title: string) => (await step(title).getAttribute('aria-checked')) === 'true';

  /** Once: it has to be this extension's also where VS Code does not know of it yet. */
  async function openWalkthrough(): Promise<void> {
    await runCommand(stage.page, 'Video Rooms: Get Started');
    await step('Look around in sample rooms').waitFor();
  }

  it('begin with a walkthrough that shows each step in a picture', async () => {
    const { page } = stage;
    await openWalkthrough();
    const picture = guide().locator('.getting-started-media img');
    const address = () => picture.getAttribute('srcset');
    for (const theme of ['light', 'dark', 'highContrast'] as Theme[]) {
      await stage.setTheme(theme);
      const wanted = theme === 'light' ? 'explore-light.webp' : 'explore-dark.webp';
      await eventually(async () => (await address())?.includes(wanted) ?? false, `the picture for ${theme}`);
      await eventually(
        () => picture.evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 0),
        'the picture is loaded',
      );
      await shot(page, `walkthrough ${theme}`);
    }
    for (const title of [
      'See what happened in a call',
      'Sign in to your Twilio account',
      'Find the person who called',
      'Keep a room before Twilio deletes it',
    ]) {
      await step(title).click();
      await shot(page, `walkthrough ${title}`);
      assert.equal(await isDone(title), false, title);
    }
  });

  it('tick off what was done, and leave open what was not', async () => {
    const { page } = stage;
    await step('Look around in sample rooms').click();
    await guide().locator('.monaco-button', { hasText: 'Explore Sample Rooms' }).click();
    await groupRow(page, 'Completed').waitFor();
    await eventually(() => isDone('Look around in sample rooms'), 'the first step is done');
    assert.equal(await isDone('Sign in to your Twilio account'), false);
    await clickRoom(page, sampleRooms.dropped.name);
    await roomPage(page, sampleRooms.dropped.name);
    await openWalkthrough();
    await eventually(() => isDone('See what happened in a call'), 'the second step is done');
    assert.equal(await isDone('Find the person who called'), false);
    await shot(page, 'walkthrough after two steps');
  });
});
