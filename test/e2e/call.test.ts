import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot, type Theme, themes } from '../host/screenshots.ts';
import { webviewPage } from '../host/workbench.ts';
import { axeViolations } from './steps/axe.ts';
import { answerField, choose, closed } from './steps/quickInput.ts';
import { roomPage } from './steps/roomPage.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { chooseFromMenu, clickRoom, groupRow, row } from './steps/tree.ts';

const { dropped, duplicateIdentity, empty, live, sessionLimit, solo, unnamed, webinar } = sampleRooms;

/** What the page has to say of a room, in its first sentences, and how many findings it has at least. */
const stories: [room: { name: string | null; sid: string }, story: RegExp, findings: number][] = [
  [live, /^\d+ people, .* so far; nobody has left\. No problems so far\.$/, 0],
  [dropped, /dropped at .* with \d{5}, .* came back after/, 2],
  [
    duplicateIdentity,
    /was disconnected at .* by a second connection of the same identity \(53205, duplicate identity\)/,
    2,
  ],
  [empty, /^Nobody joined/, 0],
  [solo, /was alone in the room/, 1],
  [sessionLimit, /session length limit \(53216\)/, 1],
  [unnamed, /No problems found\.$/, 0],
  [webinar, /^\d+ people, .* people dropped between .*, with different errors; the most common is \d{5}/, 10],
];

describe('what happened in a call', () => {
  // High enough for a whole day of rooms: how far down the list a room is depends on the time of day.
  const stage = useStage({ shared: true, viewport: { width: 1440, height: 1700 } });

  before(() => exploreSample(stage.page));

  for (const [{ name, sid }, story, findings] of stories) {
    it(`is told of the room ${name ?? 'without a name'}`, async () => {
      const { page } = stage;
      await row(page, name ?? sid).click();
      const shown = await roomPage(page, name ?? sid);
      const section = shown.locator('section', {
        has: shown.getByRole('heading', { name: 'What happened' }),
      });
      await section.getByText(story).first().waitFor();
      const listed = await section.locator('.findings > li').count();
      assert.ok(findings === 0 ? listed <= 1 : listed >= findings, `${listed} findings`);
    });
  }

  it('marks the rooms with problems in the tree, and counts them', async () => {
    const { page } = stage;
    await row(page, `${webinar.name}, Completed`)
      .and(page.getByRole('treeitem', { name: /, Error$/ }))
      .waitFor();
    await groupRow(page, 'Completed')
      .and(page.getByRole('treeitem', { name: /with problems$/ }))
      .waitFor();
  });

  it('is drawn as a timeline whose bars lead to the participant', async () => {
    const { page } = stage;
    await row(page, dropped.name ?? '').click();
    const shown = await roomPage(page, dropped.name);
    const timeline = shown.getByRole('listbox', { name: 'Timeline' });
    const bars = timeline.getByRole('option');
    await bars.first().waitFor();
    assert.equal(await bars.count(), 3, 'one bar for each stay');
    const bar = timeline.getByRole('option', { name: /Error 53407/ });
    await bar.click();
    const name = (await bar.getAttribute('aria-label'))?.split(',', 1)[0] ?? '';
    const heading = shown.getByRole('heading', { level: 2, name: `Participant ${name}` });
    const details = shown.locator('section', { has: heading });
    await details.getByText('53407, media encryption could not be set up', { exact: true }).first().waitFor();
    await shown.locator('tr[aria-selected=true]').getByText(name, { exact: true }).waitFor();
    await shot(page, 'call with details');
    await details.getByRole('button', { name: 'Close' }).click();
    await details.waitFor({ state: 'detached' });
  });

  it('explains a finding, and shows it in the timeline', async () => {
    const { page } = stage;
    await clickRoom(page, dropped.name);
    const shown = await roomPage(page, dropped.name);
    const finding = shown.locator('.findings > li').first();
    await finding.getByText('Usually').waitFor();
    await finding.getByText('To check').waitFor();
    await finding.getByRole('link', { name: 'More at Twilio' }).waitFor();
    await finding.getByRole('button', { name: 'Show in the timeline' }).click();
  });
});

describe('a comparison of two rooms', () => {
  const stage = useStage({ shared: true, viewport: { width: 1440, height: 1000 } });

  before(() => exploreSample(stage.page));

  it('shows what differs, and the JSON of both in the editor’s own comparison', async () => {
    const { page } = stage;
    await chooseFromMenu(page, row(page, dropped.name ?? ''), 'Compare Rooms…');
    // How far down the list the room is depends on the time of day.
    await answerField(page).fill(webinar.name ?? '');
    await choose(page, webinar.name ?? '');
    await closed(page);
    const shown = webviewPage(page);
    const table = shown.getByRole('table');
    await table.getByRole('row', { name: /^Dropped 2 of 3 \(67%\) \d+ of 1,000/ }).waitFor();
    await shown
      .getByRole('paragraph')
      .getByText(/^Different: \d+\. The same: \d+\./)
      .waitFor();
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`breaks no rule of accessibility in the theme ${themes[theme]}`, async () => {
      const { page } = stage;
      await stage.setTheme(theme);
      const shown = webviewPage(page);
      await shown.getByRole('table').waitFor();
      await shot(page, `compare ${theme}`);
      assert.deepEqual(await axeViolations(shown), []);
    });
  }

  it('opens the comparison of their JSON', async () => {
    const { page } = stage;
    await webviewPage(page).getByRole('button', { name: 'Compare JSON' }).click();
    await page.locator('.monaco-diff-editor').first().waitFor();
  });
});
