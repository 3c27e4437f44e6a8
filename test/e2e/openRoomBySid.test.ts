import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { runCommand } from '../host/workbench.ts';
import { copiedBy, fillClipboard } from './steps/clipboard.ts';
import { eventually } from './steps/eventually.ts';
import { notification } from './steps/notifications.ts';
import { answerField, askedFor, closed, message, typeAnswer } from './steps/quickInput.ts';
import { roomPage } from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { chooseFromMenu, chooseFromViewMenu, clickRoom, row } from './steps/tree.ts';

/** The browser's, for what runs in its page. */
declare const navigator: { readonly clipboard: { readText(): Promise<string> } };
declare const window: { openClipboard?: (() => void) | undefined };

const prompt = 'The room need not be in the list.';

describe('a room of which only the SID is known', () => {
  const stage = useStage({ shared: true });
  before(() => signIn(stage.page));

  /** A room that ended before the tree's window began. */
  function olderRoom() {
    const { world } = stage.api;
    const position = world.size - 1;
    assert.ok(world.times(position).created < world.now - 3 * 24 * 3_600_000);
    return { sid: world.plan(position).sid, room: world.room(position) };
  }

  /** The clipboard is read while the box is open. */
  const filledIn = (sid: string) =>
    eventually(async () => (await answerField(stage.page).inputValue()) === sid, `${sid} was filled in`);

  it('is opened from the palette, also when it is older than the rooms in the tree', async () => {
    const { page } = stage;
    const { sid, room } = olderRoom();
    await fillClipboard(page, `[warn] call dropped in https://video.example.org/${sid}?retry=1`);
    await runCommand(page, 'Video Rooms: Open Room by SID…');
    await askedFor(page, prompt);
    await filledIn(sid);
    await page.keyboard.press('Enter');
    await roomPage(page, room.room_name ?? sid);
  });

  it('is asked for from the view’s menu too, whatever is selected in the tree', async () => {
    const { page } = stage;
    await clickRoom(page, sampleRooms.dropped.name);
    // Its participants have come: the row says that there was a problem.
    await row(page, sampleRooms.dropped.name)
      .and(page.getByRole('treeitem', { name: /, Error$/ }))
      .waitFor();
    await chooseFromViewMenu(page, 'Open Room by SID…');
    await askedFor(page, prompt);
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('is not asked for by a text in the clipboard that is no SID', async () => {
    const { page } = stage;
    await fillClipboard(page, 'RM but nothing like a SID');
    await runCommand(page, 'Video Rooms: Open Room by SID…');
    await askedFor(page, prompt);
    assert.equal(await answerField(page).inputValue(), '');
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('is filled in from what is selected in the editor, before the clipboard', async () => {
    const { page } = stage;
    await clickRoom(page, sampleRooms.dropped.name);
    const shown = await roomPage(page, sampleRooms.dropped.name);
    await shown.getByRole('button', { name: 'Open JSON' }).click();
    const line = page.locator('.monaco-editor .view-line', { hasText: 'room_sid' }).first();
    await line.click();
    await page.keyboard.press('ControlOrMeta+a');
    await fillClipboard(page, sampleRooms.solo.sid);
    await runCommand(page, 'Video Rooms: Open Room by SID…');
    await askedFor(page, prompt);
    await filledIn(sampleRooms.dropped.sid);
    await page.keyboard.press('Escape');
    await closed(page);
  });

  describe('while the clipboard is closed', () => {
    const { sid } = sampleRooms.solo;

    /** From now on the clipboard can be read when the function that is returned is called. */
    async function closeClipboard(page: Page): Promise<() => Promise<void>> {
      await page.evaluate((text) => {
        const real = navigator.clipboard.readText;
        navigator.clipboard.readText = () =>
          new Promise((resolve) => {
            window.openClipboard = () => {
              navigator.clipboard.readText = real;
              resolve(text);
            };
          });
      }, `in a log: ${sid}`);
      return () => page.evaluate(() => window.openClipboard?.());
    }

    /** Asks for a SID; resolves when the box is open and the clipboard was asked for. */
    async function ask(page: Page): Promise<void> {
      await runCommand(page, 'Video Rooms: Open Room by SID…');
      await askedFor(page, prompt);
      await page.waitForFunction(() => window.openClipboard !== undefined);
    }

    afterEach(async () => {
      const { page } = stage;
      await page.evaluate(() => {
        window.openClipboard = undefined;
      });
      await answerField(page).focus();
      await page.keyboard.press('Escape');
      await closed(page);
    });

    it('is asked for at once, and filled in when the clipboard may be read', async () => {
      const { page } = stage;
      const open = await closeClipboard(page);
      await ask(page);
      assert.equal(await answerField(page).inputValue(), '');
      await open();
      await filledIn(sid);
    });

    it('is never filled in over what was typed, nor over what was typed and deleted', async () => {
      const { page } = stage;
      for (const typed of ['RM12', '']) {
        const open = await closeClipboard(page);
        await ask(page);
        await typeAnswer(page, 'RM12');
        await message(page, 'After RM come 32 digits').waitFor();
        await answerField(page).fill(typed);
        await message(page, typed === '' ? prompt : 'After RM come 32 digits').waitFor();
        await open();
        // The next question passes through the extension after the clipboard's text.
        await answerField(page).press('End');
        await page.keyboard.type('z');
        await message(
          page,
          typed === '' ? 'A room’s SID begins with RM.' : '“z” cannot stand in a SID',
        ).waitFor();
        assert.equal(await answerField(page).inputValue(), `${typed}z`);
        await page.keyboard.press('Escape');
        await closed(page);
        await page.evaluate(() => {
          window.openClipboard = undefined;
        });
      }
      // Left open for the step after each test.
      await runCommand(page, 'Video Rooms: Open Room by SID…');
      await askedFor(page, prompt);
    });

    it('stays asked for when a page takes the focus', async () => {
      const { page } = stage;
      await clickRoom(page, sampleRooms.dropped.name);
      const shown = await roomPage(page, sampleRooms.dropped.name);
      const open = await closeClipboard(page);
      await ask(page);
      // As a page does that has just loaded.
      await shown.locator('h1').first().focus();
      await eventually(
        async () => !(await answerField(page).evaluate((field) => field.matches(':focus'))),
        'the page has the focus',
      );
      await open();
      await filledIn(sid);
      await message(page, prompt).waitFor();
    });
  });

  it('says what is wrong with a SID while it is typed', async () => {
    const { page } = stage;
    await fillClipboard(page, '');
    await runCommand(page, 'Video Rooms: Open Room by SID…');
    await askedFor(page, prompt);
    for (const [typed, said] of [
      ['PA', 'This is the SID of a participant. A room’s SID begins with RM.'],
      ['SK1', 'This is the SID of an API key.'],
      ['standup', 'A room’s SID begins with RM. A room’s name can be found in the list.'],
      ['RM12xyz', '“x” cannot stand in a SID'],
      ['RM1234', 'After RM come 32 digits; these are 4.'],
    ] as const) {
      await typeAnswer(page, typed);
      await message(page, said).waitFor();
    }
    await typeAnswer(page, sampleRooms.solo.sid);
    await message(page, prompt).waitFor();
    await page.keyboard.press('Enter');
    await roomPage(page, sampleRooms.solo.name);
  });

  it('may not be known to Twilio, for three reasons', async () => {
    const { page } = stage;
    const unknown = `RM${'0'.repeat(32)}`;
    await fillClipboard(page, unknown);
    await runCommand(page, 'Video Rooms: Open Room by SID…');
    await askedFor(page, prompt);
    await filledIn(unknown);
    await page.keyboard.press('Enter');
    const told = notification(page, 'Twilio has no such room');
    await told.waitFor();
    const text = await told.innerText();
    assert.ok(text.includes(unknown));
    for (const reason of [
      'older than 7 days',
      'ended less than 30 minutes ago',
      'another account or subaccount',
    ])
      assert.ok(text.includes(reason), `${reason} is not in ${text}`);
    await told.getByRole('button', { name: 'Show Log' }).waitFor();
    await told.getByRole('button', { name: 'Retry' }).waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await told.waitFor({ state: 'detached' });
  });
});

describe('the JSON of a room', () => {
  const stage = useStage({ shared: true });
  before(() => signIn(stage.page));

  const json = ({ sid }: { sid: string }) => {
    const { world } = stage.api;
    return `${JSON.stringify(world.room(world.positionOf(sid) ?? -1), undefined, 2)}\n`;
  };

  it('is copied from the menu of its row, and the status bar says so', async () => {
    const { page } = stage;
    const target = row(page, sampleRooms.international.name);
    const copied = await copiedBy(page, () => chooseFromMenu(page, target, 'Copy Room JSON'));
    assert.equal(copied, json(sampleRooms.international));
    // Isolated, because the name has letters from right to left.
    const said = `JSON of “\u2068${sampleRooms.international.name}\u2069” copied`;
    await page.locator('.part.statusbar').getByText(said).waitFor();
  });

  it('is copied by the button of its row', async () => {
    const { page } = stage;
    const target = row(page, sampleRooms.duplicateIdentity.name);
    await target.hover();
    const copied = await copiedBy(page, () => target.getByRole('button', { name: 'Copy Room JSON' }).click());
    assert.equal(copied, json(sampleRooms.duplicateIdentity));
  });

  it('is copied from the palette for the room that is selected in the tree', async () => {
    const { page } = stage;
    await clickRoom(page, sampleRooms.empty.name);
    const copied = await copiedBy(page, () => runCommand(page, 'Video Rooms: Copy Room JSON'));
    assert.equal(copied, json(sampleRooms.empty));
  });
});
