import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSavedRoom } from '../../src/export/savedRoom/parseSavedRoom.ts';
import { serializeSavedRoom } from '../../src/export/savedRoom/savedRoom.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot, type Theme, themes } from '../host/screenshots.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { axeViolations } from './steps/axe.ts';
import { copiedBy } from './steps/clipboard.ts';
import { closeEditors } from './steps/editor.ts';
import { eventually } from './steps/eventually.ts';
import { acceptPath, explorerFile, offeredPath, saveAs, showExplorer } from './steps/files.ts';
import { notification } from './steps/notifications.ts';
import { choose, quickInput, typeAnswer } from './steps/quickInput.ts';
import { roomPage } from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import {
  chooseFromMenu,
  chooseFromViewMenu,
  clickRoom,
  pressViewButton,
  row,
  rowNames,
  view,
} from './steps/tree.ts';

const { dropped, solo, webinar } = sampleRooms;

describe('Keeping rooms', () => {
  let broken = false;
  const stage = useStage({
    shared: true,
    viewport: { width: 1440, height: 1000 },
    api: {
      intercept: ({ url }, response) => {
        if (!broken || !url?.includes('/Participants')) return false;
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end('{"code":20001,"message":"Not today","status":400}');
        return true;
      },
    },
  });
  /** A room that was saved before. */
  const kept = 'kept.video-room.json';
  const position = (sid: string) => stage.api.world.positionOf(sid) ?? -1;
  const rawRoom = (sid: string) => stage.api.world.room(position(sid));

  before(async () => {
    const { api, page, workspacePath } = stage;
    const saved = serializeSavedRoom({
      savedAt: api.world.now,
      source: { account: null, origin: api.url },
      ...{ complete: true, unreadable: 0, room: rawRoom(dropped.sid) },
      participants: api.world.participants(position(dropped.sid)),
    });
    writeFileSync(join(workspacePath, kept), saved);
    await signIn(page);
  });
  afterEach(async () => {
    broken = false;
    await closeEditors(stage.page);
  });

  const partials = () => readdirSync(stage.workspacePath).filter((name) => name.endsWith('.part'));

  it('saves a room from its menu, under a name that tells which it is', async () => {
    const { page } = stage;
    await chooseFromMenu(page, row(page, dropped.name), 'Save Room…');
    const offered = await offeredPath(page, '.video-room.json');
    // No system takes a colon in a name.
    const name = dropped.name.replaceAll(/: ?/g, ' ');
    assert.ok(offered.startsWith(join(stage.workspacePath, `${name} ${dropped.sid} `)), offered);
    await shot(page, 'save room');
    const path = await saveAs(page, stage.workspacePath, 'dropped.video-room.json');
    const message = notification(page, `“${dropped.name}” saved, with`);
    await message.waitFor();
    await shot(page, 'room saved');
    const { room, complete } = parseSavedRoom(readFileSync(path));
    assert.deepEqual(room, rawRoom(dropped.sid));
    assert.equal(complete, true);
    assert.deepEqual(partials(), []);
    await message.getByRole('button', { name: 'Open' }).click();
    const shown = await roomPage(page, dropped.name);
    await shown.getByText(/^Saved on .*; not live$/).waitFor();
  });

  it('says when participants cannot be loaded, and saves what is there if told to', async () => {
    const { page } = stage;
    broken = true;
    await chooseFromMenu(page, row(page, solo.name), 'Save Room…');
    const question = notification(page, 'Not all participants could be loaded');
    await question.waitFor();
    await shot(page, 'save partly');
    await question.getByRole('button', { name: 'Save What Is There' }).click();
    await offeredPath(page, '.video-room.json');
    broken = false;
    const path = await saveAs(page, stage.workspacePath, 'partly.video-room.json');
    const { complete, participants } = parseSavedRoom(readFileSync(path));
    assert.deepEqual({ complete, participants }, { complete: false, participants: [] });
    await notification(page, 'That is not everybody.').waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await showExplorer(page);
    await explorerFile(page, 'partly.video-room.json').dblclick();
    await webviewPage(page).getByText('Not all participants were loaded when this room was saved.').waitFor();
    await shot(page, 'saved partly');
  });

  it('saves the room in the panel with a button of its own', async () => {
    const { page } = stage;
    await clickRoom(page, webinar.name);
    const shown = await roomPage(page, webinar.name);
    await shown.getByRole('button', { name: 'Save…' }).click();
    await offeredPath(page, '.video-room.json');
    await acceptPath(page, join(stage.workspacePath, 'webinar')); // The ending comes by itself.
    const path = join(stage.workspacePath, 'webinar.video-room.json');
    await eventually(() => existsSync(path), 'the room was saved');
    assert.equal(parseSavedRoom(readFileSync(path)).participants.length, 1000);
  });

  it('exports the rooms of the window, and says where they are', async () => {
    const { page } = stage;
    await chooseFromViewMenu(page, 'Export Rooms…');
    await shot(page, 'export formats');
    await choose(page, 'CSV');
    await offeredPath(page, '.csv');
    const path = await saveAs(page, stage.workspacePath, 'rooms.csv');
    await notification(page, 'exported to rooms.csv').waitFor();
    await shot(page, 'exported');
    const text = readFileSync(path, 'utf8');
    assert.ok(text.startsWith('\uFEFFaccount_sid,room_sid,'));
    assert.ok(text.includes(dropped.sid));
    assert.deepEqual(partials(), []);
  });

  it('asks which rooms while a filter is on, and exports those that it leaves', async () => {
    const { page } = stage;
    await runCommand(page, 'Video Rooms: Filter Rooms…');
    await quickInput(page).getByText('Filter Rooms: ').waitFor();
    await typeAnswer(page, 'okafor');
    await choose(page, 'Name or SID contains “okafor”');
    await page.keyboard.press('Escape');
    await view(page)
      .getByText(/“okafor” · \d+ of/)
      .filter({ visible: true })
      .first()
      .waitFor();
    const shown = await rowNames(page, 2);
    await runCommand(page, 'Video Rooms: Export Rooms…');
    await quickInput(page).getByPlaceholder('Which rooms?').waitFor();
    await shot(page, 'export which');
    await choose(page, '“okafor”');
    await choose(page, 'NDJSON');
    await offeredPath(page, '.ndjson');
    const path = await saveAs(page, stage.workspacePath, 'okafor.ndjson');
    const rooms = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(rooms.length, shown.length);
    for (const { room_name } of rooms) assert.match(room_name, /okafor/i);
    await pressViewButton(page, 'Clear Filter');
  });

  it('leaves nothing behind when the place is not chosen', async () => {
    const { page } = stage;
    const before = readdirSync(stage.workspacePath);
    await runCommand(page, 'Video Rooms: Export Rooms…');
    await choose(page, 'NDJSON');
    await offeredPath(page, '.ndjson');
    await page.keyboard.press('Escape');
    assert.deepEqual(readdirSync(stage.workspacePath), before);
  });

  it('opens saved rooms that are chosen in a dialog', async () => {
    const { page } = stage;
    await runCommand(page, 'Video Rooms: Open Saved Room…');
    await quickInput(page).getByText('Open Saved Room').waitFor();
    await acceptPath(page, join(stage.workspacePath, kept));
    const shown = await roomPage(page, dropped.name);
    await shown.getByText(/^Saved on .*; not live$/).waitFor();
  });

  it('says what is wrong with a damaged file, and opens its text', async () => {
    const { page } = stage;
    const whole = readFileSync(join(stage.workspacePath, kept), 'utf8');
    writeFileSync(join(stage.workspacePath, 'cut.video-room.json'), whole.slice(0, whole.length / 2));
    await showExplorer(page);
    await explorerFile(page, 'cut.video-room.json').dblclick();
    const shown = webviewPage(page);
    await shown.getByRole('heading', { level: 1, name: 'This saved room is damaged' }).waitFor();
    await shot(page, 'saved damaged');
    assert.deepEqual(await axeViolations(shown), []);
    await shown.getByRole('button', { name: 'Open as Text' }).click();
    const text = page.locator('.part.editor .monaco-editor.focused');
    await text.locator('.view-line', { hasText: '"format"' }).first().waitFor();
  });

  describe('without an account', () => {
    before(async () => {
      const { page } = stage;
      await runCommand(page, 'Video Rooms: Sign Out…');
      await page.getByRole('dialog').getByRole('button', { name: 'Sign Out' }).click();
      await view(page).getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();
      await stage.stopApi();
    });

    it('shows a saved room after a click on its file, and copies what is in it', async () => {
      const { page } = stage;
      await showExplorer(page);
      await explorerFile(page, kept).click();
      const shown = await roomPage(page, dropped.name);
      await shown.getByText(/^Saved on .*; not live$/).waitFor();
      assert.equal(await shown.getByRole('button', { name: 'Refresh' }).count(), 0);
      const copied = await copiedBy(page, () => shown.getByRole('button', { name: 'Copy JSON' }).click());
      assert.deepEqual(JSON.parse(copied), rawRoom(dropped.sid));
      const report = await copiedBy(page, () => runCommand(page, 'Video Rooms: Copy Report'));
      assert.ok(report.includes(dropped.sid));
      await shown.getByRole('grid', { name: 'Participants' }).getByRole('row').nth(1).click();
      await shown.getByRole('heading', { level: 2, name: /^Participant ./ }).waitFor();
    });

    for (const theme of Object.keys(themes) as Theme[]) {
      it(`breaks no rule of accessibility in the theme ${themes[theme]}`, async () => {
        const { page } = stage;
        await stage.setTheme(theme);
        await showExplorer(page);
        await explorerFile(page, kept).click();
        const shown = await roomPage(page, dropped.name);
        await shot(page, `saved ${theme}`);
        assert.deepEqual(await axeViolations(shown), []);
      });
    }
  });
});
