import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import type { ParticipantResource, RoomResource } from '../../src/sample/world/resources.ts';
import { shot } from '../host/screenshots.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { copiedBy, fillClipboard } from './steps/clipboard.ts';
import { offeredPath, saveAs } from './steps/files.ts';
import { notification } from './steps/notifications.ts';
import { askedFor } from './steps/quickInput.ts';
import { answerChanged } from './steps/replies.ts';
import { columnKeys, loaded, property, type RoomPage } from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { beginning } from './steps/text.ts';
import { rooms, tooltipOf } from './steps/tree.ts';

const attack = 'globalThis.attacked = true';
const markup = `<img src="https://attacker.example/x.png" onerror="${attack}"><script>${attack}</script><b>`;
const address = `javascript:${attack}`;
const template = `{{constructor.constructor('${attack}')()}} \${${attack}} <%= ${attack} %>`;
const markdown =
  '**[click](command:videoRooms.signOut)** ![](https://attacker.example/y.png) $(error) `code`';
const reversed = 'invoice\u202egnp.exe\u202c\u200b\u200d\ufeff\u0000\u0007\u2066';
const endless = 'W'.repeat(1_000_000);

const { dropped } = sampleRooms;
const name = `${markup} ${markdown}`;

function hostileRoom(room: RoomResource): object {
  if (room.room_sid !== dropped.sid) return room;
  return {
    ...room,
    account_sid: address,
    room_name: name,
    room_type: template,
    status_callback: address,
    status_callback_method: markup,
    created_method: reversed,
    end_reason: endless,
    codecs: [markup, endless],
    media_region: `__proto__ ${markup}`,
    edge_location: 'constructor',
    processing_state: '__proto__',
    url: address,
    links: { participants: address, [markup]: markup },
    [markup]: markup,
    hasOwnProperty: template,
  };
}

function hostileParticipant(participant: ParticipantResource): object {
  return {
    ...participant,
    participant_identity: name,
    status: markup,
    end_reason: endless,
    error_code: 53001,
    error_code_url: address,
    codecs: [template],
    media_region: reversed,
    edge_location: markup,
    properties: { [markup]: markup, toString: template, ['__proto__']: address },
    publisher_info: { name: markup, [endless.slice(0, 5000)]: endless },
    url: 'https://www.twilio.com@attacker.example/',
    [template]: { deep: [markup] },
  };
}

describe('a room whose every field is hostile', () => {
  const stage = useStage({
    shared: true,
    api: {
      intercept: (request, response) =>
        answerChanged(stage.api, request, response, { room: hostileRoom, participant: hostileParticipant }),
    },
  });
  const dialogs: string[] = [];
  let shown: RoomPage;

  before(async () => {
    const { page } = stage;
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await signIn(page);
  });

  /** Nothing that came from the API has run in any document of the window, and nothing was loaded from elsewhere. */
  async function nothingHappened(): Promise<void> {
    for (const frame of stage.page.frames())
      assert.equal(await frame.evaluate(() => 'attacked' in globalThis), false, frame.url());
    assert.deepEqual(dialogs, []);
    assert.deepEqual(stage.refused, []);
  }

  it('is a row of plain text in the tree', async () => {
    const row = rooms(stage.page).getByRole('treeitem', { name: beginning(markup.slice(0, 60)) });
    await row.getByText('<img src=').waitFor();
    assert.equal(await row.locator('img, script, b').count(), 0);
    await nothingHappened();
  });

  it('has a tooltip of plain text without links, short enough to show the SID at its end', async () => {
    const { page } = stage;
    const row = rooms(page).getByRole('treeitem', { name: beginning(markup.slice(0, 60)) });
    const hover = await tooltipOf(page, row, 'Status: Completed');
    await shot(page, 'hostile tooltip');
    const text = (await hover.innerText()).replaceAll('\u00a0', ' ');
    assert.ok(text.includes(markdown.slice(0, 40)), text.slice(0, 2000));
    assert.deepEqual(await hover.locator('a, img, script, b').allInnerTexts(), []);
    assert.ok(text.includes(dropped.sid));
    await nothingHappened();
  });

  it('is shown as plain text in the panel', async () => {
    const { page } = stage;
    await fillClipboard(page, dropped.sid);
    await runCommand(page, 'Video Rooms: Open Room by SID…');
    await askedFor(page, 'The room need not be in the list.');
    await page.keyboard.press('Enter');
    shown = webviewPage(page);
    await shown.getByRole('heading', { level: 1 }).getByText('<img src=').waitFor();
    await loaded(shown);
    assert.equal(await shown.locator('img, b, a, iframe, object').count(), 0);
    assert.equal(await shown.locator('script', { hasText: attack }).count(), 0);
    await shot(page, 'hostile room');
    await nothingHappened();
  });

  it('shows a mark for each character that would turn the text around or is not seen', async () => {
    const shownAs = 'nvoice[U+202E]gnp.exe[U+202C][U+200B]';
    const { value } = await property(shown, 'created_method');
    assert.ok((await value.innerText()).includes(shownAs), await value.innerText());
    assert.ok((await shown.getByRole('grid').getByText(shownAs).count()) > 0);
    for (const text of await shown.locator('body').allInnerTexts())
      assert.doesNotMatch(text, /\p{Bidi_Control}/u);
  });

  it('gives every value back unchanged', async () => {
    const { page, api } = stage;
    const copy = async (key: string) => {
      const { value } = await property(shown, key);
      return copiedBy(page, () => value.getByRole('button', { name: /^Copy value/ }).click());
    };
    assert.equal(await copy('room_name'), name);
    assert.equal(await copy('created_method'), reversed);
    assert.equal(await copy('end_reason'), endless);
    const json = await copiedBy(page, () => shown.getByRole('button', { name: 'Copy JSON' }).click());
    const room = hostileRoom(api.world.room(api.world.positionOf(dropped.sid) ?? -1));
    assert.equal(JSON.stringify(JSON.parse(json)), JSON.stringify(room));
  });

  it('leads nowhere: addresses that are not Twilio’s are no links', async () => {
    assert.ok((await columnKeys(shown)).includes('error_code_url'));
    assert.equal(await shown.getByRole('link').count(), 0);
    assert.ok((await shown.getByRole('grid').getByText(address).count()) > 0);
  });

  it('does not make the page wider than its window', async () => {
    const beyond = await shown.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.equal(beyond, 0);
    await nothingHappened();
  });

  it('is saved with a message of plain text: a link in it would run a command', async () => {
    const { page } = stage;
    await runCommand(page, 'Video Rooms: Save Room…');
    await offeredPath(page, '.video-room.json');
    await saveAs(page, stage.workspacePath, 'hostile.video-room.json');
    const message = notification(page, 'saved, with');
    await message.getByText('[click]').waitFor();
    await shot(page, 'hostile saved');
    assert.equal(await message.locator('.notification-list-item-message a').count(), 0);
    await nothingHappened();
  });
});
