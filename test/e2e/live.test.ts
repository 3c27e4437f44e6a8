import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot } from '../host/screenshots.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { eventually } from './steps/eventually.ts';
import { logged } from './steps/log.ts';
import { notification } from './steps/notifications.ts';
import { roomPage } from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { chooseFromMenu, clickRoom, pressViewButton, rooms, row, rowNames, toggle } from './steps/tree.ts';

const { live } = sampleRooms;
const minute = 60_000;

/** How long a refresh takes to come at the least interval, and what follows it; milliseconds. */
const aRefresh = { timeout: 20_000 };

describe('rooms in progress', () => {
  const start = Date.now();
  let now = start;
  const stage = useStage({
    shared: true,
    viewport: { width: 1280, height: 1000 },
    settings: { 'videoRooms.refreshInterval': 5 },
    api: { now: start, clock: () => now },
  });

  const position = () => stage.api.world.positionOf(live.sid) ?? -1;
  const people = () => stage.api.world.participants(position(), now);
  const asked = (part: string) => stage.api.requests.filter(({ url }) => url.includes(part)).length;

  /** The row of the room is selected, expanded and has the keyboard; the list has not been scrolled. */
  async function undisturbed(): Promise<void> {
    const { page } = stage;
    const roomRow = row(page, live.name);
    assert.equal(await roomRow.getAttribute('aria-expanded'), 'true', 'expanded');
    assert.equal(await roomRow.getAttribute('aria-selected'), 'true', 'selected');
    const focused = page.locator('.monaco-list:focus');
    assert.equal(await focused.getAttribute('aria-label'), 'Rooms', 'the tree has the keyboard');
    assert.match((await roomRow.getAttribute('class')) ?? '', /\bfocused\b/, 'the row has the keyboard');
  }

  /** How far the list is scrolled. */
  async function scrolled(): Promise<string | undefined> {
    const style = await rooms(stage.page).locator('.monaco-list-rows').getAttribute('style');
    return /top: ([^;]+)/.exec(style ?? '')?.[1];
  }

  before(async () => {
    const { page } = stage;
    await signIn(page);
    await toggle(row(page, live.name));
    await row(page, people().at(-1)?.participant_identity ?? '').waitFor();
    await clickRoom(page, live.name);
    await roomPage(page, live.name);
  });

  it('stand in the status bar, with the account', async () => {
    const count = stage.api.world;
    const known = Array.from({ length: count.size }, (_, at) => count.isLive(at, now)).filter(Boolean).length;
    const item = stage.page.getByRole('button', {
      name: new RegExp(`^Twilio Video: Account …\\w{4} \\(SKa+\\), ${known} rooms in progress$`),
    });
    await item.waitFor();
    assert.match(await item.innerText(), new RegExp(`Account …\\w{4} · ${known} live`));
  });

  it('gain a participant in the tree and in the panel, and nothing else moves', async () => {
    const { page } = stage;
    const before = people().length;
    await undisturbed();
    now += minute;
    const newcomer = people().at(-1);
    assert.equal(people().length, before + 1);
    await row(page, newcomer?.participant_identity ?? '').waitFor(aRefresh);
    const shown = webviewPage(page);
    await shown.getByText(new RegExp(`^${before + 1} participants( ·|$)`)).waitFor();
    await undisturbed();
  });

  it('that Insights does not know come from the Video API, and say so', async () => {
    const { page } = stage;
    const { size } = stage.api.world;
    const { room_name, room_sid } = stage.api.world.room(size, now);
    assert.equal(stage.api.world.isListed(size, now), false);
    await row(page, room_name ?? room_sid).waitFor(aRefresh);
    await toggle(row(page, room_name ?? room_sid));
    const [first] = stage.api.world.participants(size, now);
    await row(page, first?.participant_identity ?? '').waitFor();
    assert.equal(asked(`/v1/Video/Rooms/${room_sid}/Participants`), 0);
    await shot(page, 'live rooms');
    await toggle(row(page, room_name ?? room_sid));
    await clickRoom(page, live.name);
  });

  it('with problems are counted on the icon of the view', async () => {
    const { page } = stage;
    const { world } = stage.api;
    const troubled = Array.from({ length: world.size }, (_, at) => at).find(
      (at) => world.isLive(at, now) && world.participants(at, now).some(({ error_code }) => error_code),
    );
    assert.ok(troubled !== undefined);
    const { room_name, room_sid } = world.room(troubled, now);
    // Names come again, but those in progress come first.
    const troubledRow = row(page, room_name ?? room_sid).first();
    await toggle(troubledRow);
    await page.getByRole('tab', { name: /^Video Rooms.*1 room in progress with problems/ }).waitFor();
    await shot(page, 'live room with problems');
    await toggle(troubledRow);
    await clickRoom(page, live.name);
  });

  it('can be watched, also from the panel', async () => {
    const { page } = stage;
    await chooseFromMenu(page, row(page, live.name), 'Watch Room');
    await rooms(page)
      .getByRole('treeitem', { name: new RegExp(`^${live.name}.*, watched$`) })
      .waitFor();
    const shown = webviewPage(page);
    await shown.getByRole('button', { name: 'Stop Watching' }).click();
    await shown.getByRole('button', { name: 'Watch', exact: true }).click();
    await shown.getByRole('button', { name: 'Stop Watching' }).waitFor();
    await clickRoom(page, live.name);
  });

  it('move to Completed when they end, and stay as they were', async () => {
    const { page } = stage;
    await page.mouse.wheel(0, 60);
    await eventually(async () => (await scrolled()) !== '0px', 'the list is scrolled');
    await undisturbed();
    const place = await scrolled();
    now += 17 * minute + 10_000; // Over since ten seconds: not summarised yet.
    const roomRow = rooms(page).getByRole('treeitem', { name: new RegExp(`^${live.name}, Completed`) });
    await roomRow.waitFor(aRefresh);
    await webviewPage(page)
      .getByText(/^Ended /)
      .first()
      .waitFor();
    await shot(page, 'live room ended');
    // VS Code puts a row that moved in first, and opens it with what is below it.
    await eventually(async () => (await roomRow.getAttribute('aria-expanded')) === 'true', 'it is open');
    await undisturbed();
    const names = await rowNames(page, 3);
    assert.equal(names.length, people().length);
    assert.equal(await scrolled(), place);
  });

  it('are asked for by nobody while nothing of them is visible, but for those that are watched', async () => {
    const { page } = stage;
    await runCommand(page, 'View: Close All Editors');
    await page.getByRole('tab', { name: /^Explorer/ }).click();
    await rooms(page).waitFor({ state: 'detached' });
    await eventually(() => stage.api.inFlight === 0, 'all requests ended');
    const lists = asked('/v1/Rooms?');
    const watched = asked(`/v1/Video/Rooms/${live.sid}`);
    const looks = () => asked(`/v1/Video/Rooms/${live.sid}`) - watched;
    await eventually(() => looks() >= 1, 'the watched room was asked for', 25_000);
    // Between two looks at what is watched there would have been two refreshes.
    await eventually(() => looks() >= 2, 'the watched room was asked for again', 25_000);
    assert.equal(asked('/v1/Rooms?'), lists);
  }).timeout(90_000);

  it('that are watched are told of once, when they have ended and are summarised', async () => {
    const { page } = stage;
    now += minute;
    const told = notification(page, `“${live.name}” has ended.`);
    await told.waitFor(aRefresh);
    await shot(page, 'watched room ended');
    assert.match(await told.innerText(), /\d people|\d+ min/);
    await told.getByRole('button', { name: 'Open' }).click();
    await roomPage(page, live.name);
    await told.waitFor({ state: 'detached' });
    const looked = asked(`/v1/Video/Rooms/${live.sid}`);
    await page.getByRole('tab', { name: /^Video Rooms/ }).click();
    const lists = asked('/v1/Rooms?');
    await eventually(() => asked('/v1/Rooms?') >= lists + 2, 'what is live is refreshed again', 25_000);
    assert.ok(asked(`/v1/Video/Rooms/${live.sid}`) - looked <= 2, 'the room is not watched any more');
  }).timeout(90_000);
});

describe('rooms in progress, where the Video API refuses or fails', () => {
  const start = Date.now();
  let now = start;
  let broken = '/v1/Rooms';
  const stage = useStage({
    shared: true,
    settings: { 'videoRooms.refreshInterval': 5 },
    api: {
      now: start,
      clock: () => now,
      intercept: (request, response) => {
        if (broken === '' || !request.url?.startsWith(broken)) return false;
        if (broken === '/v1/Rooms')
          response.writeHead(403).end('{"code": 70051, "message": "No permission"}');
        else response.writeHead(500).end('{"code": 20500, "message": "Sorry"}');
        return true;
      },
    },
  });
  const asked = (part: string) => stage.api.requests.filter(({ url }) => url.startsWith(part)).length;

  it('come from Insights alone, with one line in the log and nothing in the tree', async () => {
    const { page } = stage;
    await signIn(page);
    await toggle(row(page, live.name));
    await pressViewButton(page, 'Refresh');
    now += minute;
    const people = stage.api.world.participants(stage.api.world.positionOf(live.sid) ?? -1, now);
    await row(page, people.at(-1)?.participant_identity ?? '').waitFor(aRefresh);
    assert.equal(asked('/v1/Rooms'), 1);
    const lines = logged(stage, 'warning').filter((line) => line.includes('Video API'));
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /forbidden: GET \/v1\/Rooms, status 403, code 70051/);
    assert.deepEqual(logged(stage, 'error'), []);
    await row(page, 'Retry').waitFor({ state: 'detached' });
  });

  it('stay as they are while the service fails, which the log says once, and go on after', async () => {
    const { page } = stage;
    const before = await rowNames(page, 3);
    broken = '/v1/';
    const rounds = asked('/v1/Video/Rooms/RM');
    await eventually(() => asked('/v1/Video/Rooms/RM') > rounds, 'a refresh failed', 25_000);
    await eventually(() => stage.api.inFlight === 0, 'it is over');
    await eventually(() => logged(stage, 'error').length > 0, 'the log has the failure');
    const failed = asked('/v1/Video/Rooms/RM');
    await eventually(() => asked('/v1/Video/Rooms/RM') > failed, 'another refresh failed', 40_000);
    assert.equal(logged(stage, 'error').length, 1);
    assert.deepEqual(
      (await rowNames(page, 3)).map((name) => name.split(', ')[0]),
      before.map((name) => name.split(', ')[0]),
    );
    await row(page, 'Retry').waitFor({ state: 'detached' });
    broken = '';
    now += 18 * minute;
    await rooms(page)
      .getByRole('treeitem', { name: new RegExp(`^${live.name}, Completed`) })
      .waitFor({ timeout: 45_000 });
    assert.equal(logged(stage, 'error').length, 1);
  }).timeout(150_000);
});
