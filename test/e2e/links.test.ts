import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot } from '../host/screenshots.ts';
import { runCommand } from '../host/workbench.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { copiedBy } from './steps/clipboard.ts';
import { closeEditors, follow, linkInEditor, newFile, openAddress } from './steps/editor.ts';
import { modal, notification } from './steps/notifications.ts';
import { roomPage } from './steps/roomPage.ts';
import { chooseWay, enterSecret, enterSid, signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { followInTerminal, newTerminal, typeInTerminal } from './steps/terminal.ts';
import { chooseFromMenu, row } from './steps/tree.ts';

const { dropped, solo } = sampleRooms;

describe('links to rooms', () => {
  // With the terminal's text in the page, where a test can find it.
  const stage = useStage({ shared: 'takes', settings: { 'terminal.integrated.gpuAcceleration': 'off' } });
  before(() => signIn(stage.page));
  afterEach(() => closeEditors(stage.page));

  const askedFor = (sid: string) => stage.api.requests.filter(({ url }) => url.includes(sid)).length;

  it('are SIDs in a file: the room is fetched when the pointer rests there, and opens when one is followed', async () => {
    const { page } = stage;
    const { world } = stage.api;
    // A room that ended before the tree's window began.
    const position = world.size - 1;
    const { sid } = world.plan(position);
    const name = world.room(position).room_name ?? sid;
    await newFile(page, `12:03:11 [warn] call dropped {"room":"${sid}"}`);
    const link = linkInEditor(page, sid);
    await link.waitFor();
    assert.equal(askedFor(sid), 0);
    await link.hover();
    const hover = page.locator('.monaco-hover', { hasText: 'Status: Completed' });
    await hover.waitFor();
    assert.ok((await hover.innerText()).includes(name));
    await shot(page, 'links hover');
    assert.equal(askedFor(sid), 1);
    await follow(page, link);
    await roomPage(page, name);
  });

  it('are SIDs in a terminal', async () => {
    const { page } = stage;
    const printed = new RegExp(`^ended ${solo.sid}`);
    const text = await typeInTerminal(page, await newTerminal(page), `echo ended ${solo.sid}`, printed);
    await followInTerminal(page, text);
    await roomPage(page, solo.name);
    await shot(page, 'links terminal');
    await runCommand(page, 'Terminal: Kill All Terminals');
  });

  it('are addresses that Copy Link makes, and that VS Code asks about before it opens them', async () => {
    const { page } = stage;
    const address = await copiedBy(page, () => chooseFromMenu(page, row(page, solo.name), 'Copy Link'));
    assert.match(address, /^[\w-]+:\/\/video-rooms\.video-rooms-for-twilio\/room\/RM[0-9a-f]{32}$/);
    await openAddress(page, address);
    await modal(page).getByText('Video Rooms for Twilio').first().waitFor();
    await shot(page, 'links address');
    await modal(page).getByRole('button', { name: 'Open', exact: true }).click();
    await roomPage(page, solo.name);
  });

  it('are refused when they are malformed', async () => {
    const { page } = stage;
    const address = await copiedBy(page, () => chooseFromMenu(page, row(page, solo.name), 'Copy Link'));
    const before = askedFor(solo.sid);
    await openAddress(page, `${address}0?x=1`);
    await modal(page).getByRole('button', { name: 'Open', exact: true }).click();
    await notification(page, 'The link leads to no room.').waitFor();
    await shot(page, 'links malformed');
    await runCommand(page, 'Notifications: Clear All Notifications');
    assert.equal(askedFor(solo.sid), before);
  });

  it('ask for the sign-in where nobody is signed in, and go on after it', async () => {
    const { page } = stage;
    await runCommand(page, 'Video Rooms: Sign Out…');
    await modal(page).getByRole('button', { name: 'Sign Out' }).click();
    await newFile(page, `room ${dropped.sid}`);
    await follow(page, linkInEditor(page, dropped.sid));
    await notification(page, 'Nobody is signed in').getByRole('button', { name: 'Sign In' }).click();
    await chooseWay(page, 'API key');
    await enterSid(page, sampleAccounts.apiKey.username);
    await enterSecret(page, sampleAccounts.apiKey.password);
    await roomPage(page, dropped.name);
  });
});
