import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot } from '../host/screenshots.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { copiedBy } from './steps/clipboard.ts';
import { closeEditors, editor, newFile } from './steps/editor.ts';
import { notification } from './steps/notifications.ts';
import { roomPage } from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { chooseFromEditorMenu, chooseFromMenu, clickRoom, row } from './steps/tree.ts';

const { duplicateIdentity, international } = sampleRooms;

describe('a room for a ticket', () => {
  const stage = useStage({ shared: true });
  before(() => signIn(stage.page));
  afterEach(() => closeEditors(stage.page));

  const identitiesIn = (sid: string) => {
    const { world } = stage.api;
    const all = world.participants(world.positionOf(sid) ?? -1).map((one) => one.participant_identity ?? '');
    return [...new Set(all)];
  };

  it('is a report that is copied without names, and reads well where it is pasted', async () => {
    const { page } = stage;
    const { sid, name } = duplicateIdentity;
    const report = await copiedBy(page, () => chooseFromMenu(page, row(page, name), 'Copy Report'));
    for (const secret of [name, ...identitiesIn(sid)]) assert.ok(!report.includes(secret), secret);
    await newFile(page, '', 'Markdown');
    await editor(page).locator('.view-lines').click();
    await page.keyboard.press('ControlOrMeta+v');
    await editor(page).locator('.view-line', { hasText: 'Participant 1' }).first().waitFor();
    await runCommand(page, 'Markdown: Open Preview');
    const preview = webviewPage(page);
    await preview.getByRole('heading', { level: 1, name: sid }).waitFor();
    const people = preview.getByRole('table').last().getByRole('row');
    const { world } = stage.api;
    assert.equal(await people.count(), 1 + world.participants(world.positionOf(sid) ?? -1).length);
    for (const cells of await people.all()) assert.equal(await cells.locator('td, th').count(), 9);
    await shot(page, 'share report');
  });

  it('is a report with names when these are asked for', async () => {
    const { page } = stage;
    const { sid, name } = duplicateIdentity;
    await copiedBy(page, () => chooseFromMenu(page, row(page, name), 'Copy Report'));
    const offer = notification(page, 'Report copied.').last();
    const named = await copiedBy(page, () => offer.getByRole('button', { name: 'Copy with Names' }).click());
    for (const secret of [name, ...identitiesIn(sid)]) assert.ok(named.includes(secret), secret);
  });

  it('is a report of the room in the open panel, with a button of its own', async () => {
    const { page } = stage;
    await clickRoom(page, international.name);
    const shown = await roomPage(page, international.name);
    const report = await copiedBy(page, () => shown.getByRole('button', { name: 'Copy Report' }).click());
    assert.ok(report.includes(international.sid));
    for (const secret of identitiesIn(international.sid)) assert.ok(!report.includes(secret), secret);
    await shot(page, 'share panel');
  });

  it('is cURL commands without a secret', async () => {
    const { page } = stage;
    const target = row(page, duplicateIdentity.name);
    const text = await copiedBy(page, () => chooseFromMenu(page, target, 'Copy as cURL'));
    assert.ok(text.includes(`/v1/Video/Rooms/${duplicateIdentity.sid}`));
    assert.ok(text.includes('$TWILIO_API_SECRET'));
    assert.ok(text.includes(`twilio api:insights:v1:video:rooms:fetch --room-sid ${duplicateIdentity.sid}`));
    const { username, password } = sampleAccounts.apiKey;
    for (const secret of [username, password]) assert.ok(!text.includes(secret));
    const offer = notification(page, 'cURL commands for bash').last();
    const other = await copiedBy(page, () => offer.getByRole('button', { name: 'PowerShell' }).click());
    assert.match(other, /\$\{env:TWILIO_API_SECRET\}/);
  });

  it('is shared from the menu in the title of its panel, where no row of it is selected', async () => {
    const { page } = stage;
    await clickRoom(page, international.name);
    await roomPage(page, international.name);
    await row(page, duplicateIdentity.name).click({ button: 'right' }); // Focuses another row.
    await page.keyboard.press('Escape');
    const link = await copiedBy(page, () => chooseFromEditorMenu(page, 'Copy Link'));
    assert.ok(link.endsWith(`/room/${international.sid}`), link);
    const commands = await copiedBy(page, () => chooseFromEditorMenu(page, 'Copy as cURL'));
    assert.ok(commands.includes(international.sid));
    await shot(page, 'share from the panel');
  });
});
