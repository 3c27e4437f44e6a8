import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot } from '../host/screenshots.ts';
import { runCommand, settled, webviewPage } from '../host/workbench.ts';
import { comes, eventually } from './steps/eventually.ts';
import { askedWindow } from './steps/expected.ts';
import { modal } from './steps/notifications.ts';
import {
  answerField,
  askedFor,
  choose,
  closed,
  quickInput,
  typeAnswer,
  typeInto,
} from './steps/quickInput.ts';
import { reloadWindow } from './steps/reload.ts';
import { roomPage } from './steps/roomPage.ts';
import { exploreSample, signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { chooseFromViewMenu, groupRow, pressViewButton, rooms, row, rowNames, view } from './steps/tree.ts';

const minute = 60_000;
const hour = 60 * minute;
/** How long what may get lost is waited for until it is done again. */
const soon = { timeout: 3000 };
const quiet = { 'videoRooms.refreshInterval': 0 };

describe('the window of time', () => {
  const stage = useStage({
    shared: true,
    settings: { ...quiet, 'videoRooms.times': 'utc' },
  });
  const said = (part: string | RegExp) => view(stage.page).getByText(part).filter({ visible: true }).first();
  before(() => signIn(stage.page));

  async function setWindow(typed: string): Promise<void> {
    await chooseFromViewMenu(stage.page, 'Set Time Window…');
    await typeAnswer(stage.page, typed);
  }

  it('is chosen from presets, sent with both of its ends, and named above the rooms', async () => {
    const { page, api } = stage;
    for (const [preset, hours] of [
      ['Last hour', 1],
      ['Last 3 days', 72],
      ['Last 24 hours', 24],
    ] as const) {
      await chooseFromViewMenu(page, 'Set Time Window…');
      await choose(page, preset);
      await said(new RegExp(`^${preset} · \\d+ rooms`)).waitFor();
      const { after, before } = askedWindow(api);
      assert.equal(before - after, hours * hour);
    }
  });

  it('is a range as it is typed, which is read back before it is taken', async () => {
    const { page, api } = stage;
    // The time of the sample's own rooms.
    const end = Math.floor(Date.now() / minute) * minute - 30 * minute;
    const [from, to] = [end - 2.5 * hour, end].map((time) => new Date(time).toISOString().slice(0, 16));
    await setWindow(`${from}Z/${to}Z`);
    const option = quickInput(page).getByRole('option').first();
    await option.getByText('2 hr 30 min').waitFor();
    await shot(page, 'window typed');
    await page.keyboard.press('Enter');
    await said(new RegExp(`${from?.slice(11)}.*–.*${to?.slice(11)} · \\d+ rooms`)).waitFor();
    await eventually(
      () => askedWindow(api).before - askedWindow(api).after === 2.5 * hour,
      'a request for it',
    );
    const { after } = askedWindow(api);
    assert.equal(new Date(after).toISOString().slice(0, 16), from);
  });

  it('says what it cannot read, and takes nothing', async () => {
    const { page, api } = stage;
    const asked = api.requests.length;
    await setWindow('when it broke');
    const told = quickInput(page).getByRole('option', { name: 'Not read as a range of time' });
    await told.getByText(/^Write it like/).waitFor();
    await page.keyboard.press('Enter');
    await typeAnswer(page, '2099-01-01');
    await quickInput(page).getByText('This range has not begun yet.').waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    assert.equal(api.requests.length, asked);
  });

  it('is chosen by day and hour', async () => {
    const { page, api } = stage;
    await chooseFromViewMenu(page, 'Set Time Window…');
    await quickInput(page)
      .getByRole('option', { name: /choose the hours/ })
      .nth(1)
      .click();
    await choose(page, 'The whole day');
    await eventually(
      () => askedWindow(api).before - askedWindow(api).after === 24 * hour,
      'a request for the day',
    );
    assert.equal(askedWindow(api).after % (24 * hour), 0);
    // A list of another time does not tell how many rooms are in progress.
    await page
      .getByRole('button', { name: /^Twilio Video: .*, the list does not show all rooms in progress$/ })
      .waitFor();
  });

  it('explains a range that Twilio has deleted, instead of an empty list', async () => {
    const { page } = stage;
    const day = (back: number) => new Date(Date.now() - back * 24 * hour).toISOString().slice(0, 10);
    await setWindow(`${day(20)} to ${day(18)}`);
    await quickInput(page)
      .getByText(/Twilio keeps rooms for 7 days/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await said(/rooms are kept for 7 days after their end, then deleted/).waitFor();
    await shot(page, 'window expired');
    await setWindow(`${day(20)} to now`);
    await page.keyboard.press('Enter');
    await groupRow(page, 'Completed').waitFor();
    await said(/Twilio keeps rooms for 7 days/).waitFor();
    await chooseFromViewMenu(page, 'Set Time Window…');
    await choose(page, 'Last 24 hours');
    await said(/^Last 24 hours/).waitFor();
  });
});

describe('the filter of rooms', () => {
  const stage = useStage({ shared: true, settings: quiet });
  const said = (part: string | RegExp) => view(stage.page).getByText(part).filter({ visible: true }).first();
  before(() => exploreSample(stage.page));

  async function openFilter(): Promise<void> {
    await runCommand(stage.page, 'Video Rooms: Filter Rooms…');
    await quickInput(stage.page).getByText('Filter Rooms: ').waitFor();
  }

  /** Takes values of a facet and goes back to the list of criteria. */
  async function pickValues(facet: string, ...values: string[]): Promise<void> {
    const { page } = stage;
    await choose(page, facet);
    await quickInput(page).getByPlaceholder('Rooms with any of these are shown').waitFor();
    for (const value of values)
      await quickInput(page)
        .getByRole('checkbox', { name: new RegExp(`^${value}, `) })
        .click();
    await page.keyboard.press('Enter');
    await quickInput(page).getByText('Filter Rooms: ').waitFor();
  }

  async function filterByText(text: string): Promise<void> {
    const { page } = stage;
    await openFilter();
    await typeAnswer(page, text);
    await choose(page, `Name or SID contains “${text}”`);
    await said(`“${text}”`).waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
  }

  /** Each test begins with all rooms, however the one before has ended. */
  beforeEach(async () => {
    await said(/^Sample · Last 24 hours · .*rooms$/).waitFor();
    const all = said(/^Sample · Last 24 hours · \d+ rooms$/);
    if (!(await all.isVisible())) await pressViewButton(stage.page, 'Clear Filter');
    await all.waitFor();
  });

  it('is combined in one flow, and takes effect with each step', async () => {
    const { page } = stage;
    await openFilter();
    await pickValues('Type', 'Group');
    await said(/^Sample · Last 24 hours · Group · \d+ rooms$/).waitFor();
    await pickValues('Codec', 'VP8');
    await choose(page, 'Duration');
    await askedFor(page, 'For example'); // Until its box is there, the keys go into the list.
    await typeAnswer(page, 'a while');
    await quickInput(page).getByText('This cannot be read as a limit.').waitFor();
    await typeAnswer(page, '> 10 min');
    await page.keyboard.press('Enter');
    await said(/^Sample · Last 24 hours · Group · VP8 · longer than 10 min · \d+ of \d+ rooms$/).waitFor();
    await shot(page, 'filter flow');
    await page.keyboard.press('Escape');
    await closed(page);
    const [, shown, all] = /(\d+) of (\d+) rooms/.exec(await said(/of \d+ rooms$/).innerText()) ?? [];
    assert.ok(Number(shown) > 0 && Number(shown) < Number(all));
    const rooms = (await rowNames(page, 2)).length;
    assert.equal(rooms, Number(shown));
    await shot(page, 'filtered');
  });

  it('looks for what is typed in names and SIDs', async () => {
    const { page } = stage;
    await filterByText('okafor');
    for (const name of await rowNames(page, 2)) assert.match(name, /okafor/i);
    await row(page, sampleRooms.dropped.name).waitFor();
  });

  it('is kept through a reload of the window', async () => {
    const { page } = stage;
    await filterByText('okafor');
    await reloadWindow(page, /"filter":{"text":"okafor"/);
    await runCommand(page, 'Rooms: Focus on Rooms View'); // VS Code may have opened it: the tab would close it.
    await said(/“okafor”/).waitFor();
    for (const name of await rowNames(page, 2)) assert.match(name, /okafor/i);
  });

  it('that leaves no room says so where the rooms would be, and is cleared there', async () => {
    const { page } = stage;
    await filterByText('no such room');
    await said(/“no such room” · 0 of \d+ rooms/).waitFor();
    await shot(page, 'filter empty');
    await row(page, 'Clear Filter').click();
    await groupRow(page, 'Completed').waitFor();
    await said(/^Sample · Last 24 hours · \d+ rooms$/).waitFor();
  });

  it('offers what was used before', async () => {
    const { page } = stage;
    await openFilter();
    await pickValues('Type', 'Group');
    await pickValues('Codec', 'VP8');
    await page.keyboard.press('Escape');
    await closed(page);
    await pressViewButton(page, 'Clear Filter');
    await said(/^Sample · Last 24 hours · \d+ rooms$/).waitFor();
    await openFilter();
    await choose(page, 'Group · VP8');
    await page.keyboard.press('Escape');
    await said(/Group · VP8/).waitFor();
  });

  it('has an order beside it: longest, largest, worst', async () => {
    const { page } = stage;
    const largest = async () => {
      const counts = (await rowNames(page, 2)).map((name) =>
        Number(/([\d,]+) participants?/.exec(name)?.[1]?.replace(',', '')),
      );
      return counts.slice(0, 6);
    };
    await runCommand(page, 'Video Rooms: Sort Rooms…');
    await choose(page, 'Largest first');
    await said(/Largest first$/).waitFor();
    await eventually(async () => {
      const counts = await largest();
      return (
        counts.length > 2 && counts.every((count, place) => place === 0 || count <= (counts[place - 1] ?? 0))
      );
    }, 'the largest rooms stand first');
    await runCommand(page, 'Video Rooms: Sort Rooms…');
    await choose(page, 'Worst first');
    await said(/Worst first$/).waitFor();
    await runCommand(page, 'Video Rooms: Sort Rooms…');
    await choose(page, 'Newest first');
    await said(/rooms$/).waitFor();
  });
});

describe('a room or a person that is looked for', () => {
  /** Holds back the participants of most rooms, so that a search is not over before it can be stopped. */
  let gate: PromiseWithResolvers<void> | undefined;
  let answered = 0;
  const stage = useStage({
    shared: true,
    settings: quiet,
    api: {
      size: 2000,
      intercept: async ({ url = '' }) => {
        if (gate && url.includes('/Participants') && ++answered > 40) await gate.promise;
        return false;
      },
    },
  });
  before(() => signIn(stage.page));

  it('a room is found while its name is typed, and opened', async () => {
    const { page } = stage;
    await pressViewButton(page, 'Go to Room…');
    await quickInput(page)
      .getByText(/^Go to Room: /)
      .waitFor();
    await typeAnswer(page, 'okafor tele');
    const option = quickInput(page).getByRole('option', { name: new RegExp(sampleRooms.dropped.name) });
    await option.waitFor();
    await shot(page, 'go to room');
    await typeAnswer(page, sampleRooms.dropped.name);
    await page.keyboard.press('Enter');
    await webviewPage(page)
      .getByRole('heading', { level: 1, name: sampleRooms.dropped.name, exact: true })
      .waitFor();
  });

  it('the room that is open is selected in the list, which takes no keyboard and does not come up for it', async () => {
    const { page } = stage;
    const selected = (name: string) =>
      row(page, name).and(page.locator('[aria-selected=true]')).filter({ visible: true });
    await goTo(sampleRooms.dropped.name);
    await selected(sampleRooms.dropped.name).waitFor();
    assert.equal(await view(page).locator(':focus').count(), 0);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await rooms(page).waitFor({ state: 'hidden' });
    await goTo(sampleRooms.international.name);
    assert.equal(await rooms(page).isVisible(), false);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await rooms(page).waitFor();
    await goTo(sampleRooms.duplicateIdentity.name);
    await selected(sampleRooms.duplicateIdentity.name).waitFor();
    await shot(page, 'open room selected');
  });

  async function goTo(name: string): Promise<void> {
    const { page } = stage;
    await typeInto(page, 'Video Rooms: Go to Room…', name);
    await choose(page, name);
    await roomPage(page, name);
  }

  it('a SID that is not in the list is offered all the same', async () => {
    const { page, api } = stage;
    const older = api.world.plan(api.world.size - 1).sid;
    await typeInto(page, 'Video Rooms: Go to Room…', older);
    await quickInput(page).getByText('not in this time window').waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('a person is found in what is loaded at once, and in the rest when told to, after its price was named', async () => {
    const { page, api } = stage;
    await goTo(sampleRooms.dropped.name);
    const asked = api.requests.length;
    await typeInto(page, 'Video Rooms: Find Participant…', 'Ágnes');
    // The room that is open is known.
    await quickInput(page)
      .getByRole('option', { name: /Ágnes Ionescu/ })
      .first()
      .waitFor();
    assert.equal(api.requests.length, asked);
    await quickInput(page)
      .getByRole('button', { name: /^Search the other [\d,]+ rooms, about [\d,]+ requests$/ })
      .waitFor();
    const question = await searchOthers(() =>
      quickInput(page).getByRole('option', { name: 'Search the other ' }).click(soon),
    );
    await shot(page, 'find participant cost');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    assert.equal(api.requests.length, asked);
    gate = Promise.withResolvers();
    const again = await searchOthers(() => answerField(page).press('Enter', soon));
    await again.getByRole('button', { name: 'Load Participants' }).click();
    await quickInput(page)
      .getByText(/found, \d+ of \d+ rooms searched…/)
      .waitFor();
    await quickInput(page).getByRole('button', { name: 'Stop' }).click();
    await quickInput(page)
      .getByText(/searched$/)
      .waitFor();
    gate.resolve();
    await shot(page, 'find participant');
    await eventually(() => api.inFlight === 0, 'nothing is on its way');
    assert.ok(api.mostInFlight <= 8);
    await page.keyboard.press('Escape');
    await closed(page);
  });

  /** Has the other rooms searched, and resolves to the question what that may cost. */
  async function searchOthers(start: () => Promise<void>): Promise<Locator> {
    const question = modal(stage.page);
    // A click or a key may fall into a moment in which the list is drawn anew.
    await eventually(async () => {
      if (!(await question.isVisible())) await start().catch(() => {});
      return comes(question.getByText(/about [\d,]+ requests to Twilio/).waitFor(soon));
    }, 'the price of the search was named');
    return question;
  }

  it('a person whom nobody knows is looked for in another window of time', async () => {
    const { page } = stage;
    await goTo(sampleRooms.dropped.name);
    await typeInto(page, 'Video Rooms: Find Participant…', 'nobody-is-called-so');
    const search = quickInput(page).getByRole('option', { name: /Search the other/ });
    const other = quickInput(page).getByRole('option', { name: /Search in another time window/ });
    await search.or(other).first().waitFor();
    if (await search.isVisible()) {
      await choose(page, 'Search the other ');
      await modal(page).getByRole('button', { name: 'Load Participants' }).click();
    }
    await other.waitFor();
    await choose(page, 'Search in another time window');
    await quickInput(page)
      .getByRole('option', { name: /Last 7 days/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('the result is the room, with the person selected in it', async () => {
    const { page } = stage;
    await goTo(sampleRooms.dropped.name);
    await typeInto(page, 'Video Rooms: Find Participant…', 'Ágnes');
    const option = quickInput(page).getByRole('option', { name: /Ágnes Ionescu/ });
    // The list is drawn anew for each letter: a click may fall between two of its rows.
    const chosen = async () => {
      await option.first().waitFor(soon);
      await settled(quickInput(page).getByRole('option'), 300);
      await option.first().click(soon);
      await quickInput(page).waitFor({ state: 'hidden', ...soon });
    };
    await eventually(() => comes(chosen()), 'the person was chosen');
    const shown = webviewPage(page);
    await shown.getByText('Ágnes Ionescu').first().waitFor();
    await shown.getByRole('heading', { name: /Ágnes Ionescu/ }).waitFor();
    assert.equal(await shown.locator('.details .part h3').first().innerText(), 'This stay');
    // Neither is covered, by the details or by the end of the window.
    for (const place of ['tr[aria-selected=true]', '.lane.chosen']) {
      const inSight = () =>
        shown.locator(place).evaluate((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const seen = element.ownerDocument.elementFromPoint(left + Math.min(width, 20), top + height / 2);
          return seen !== null && element.contains(seen);
        });
      await eventually(inSight, `${place} is in sight`);
    }
    await stage.setTheme('light');
    await shot(page, 'found participant');
  });
});

describe('a part of the window that cannot be loaded', () => {
  let broken = true;
  const stage = useStage({
    shared: true,
    settings: quiet,
    api: {
      size: 20_000,
      intercept: ({ url = '' }, response) => {
        const { searchParams } = new URL(url, 'http://127.0.0.1');
        const before = Date.parse(searchParams.get('CreatedBefore') ?? '');
        const age = (Date.now() - before) / hour;
        if (!broken || !(age > 1)) return false;
        response.writeHead(500, { 'content-type': 'application/json' }).end('{"code": 20500}');
        return true;
      },
    },
  });

  before(() => signIn(stage.page));

  it('is a row that says which time is missing; the others are there', async () => {
    const { page } = stage;
    const gap = row(page, 'Rooms missing: ');
    await gap.first().waitFor();
    await view(page)
      .getByText(/[\d,]+ rooms · some missing/)
      .filter({ visible: true })
      .waitFor();
    await groupRow(page, 'Completed').waitFor();
    await shot(page, 'gap');
  });

  it('is filled by Retry', async () => {
    const { page } = stage;
    const before = Number(
      /([\d,]+) rooms/
        .exec(
          await view(page)
            .getByText(/some missing/)
            .first()
            .innerText(),
        )?.[1]
        ?.replace(',', ''),
    );
    broken = false;
    await row(page, 'Retry').first().click();
    await row(page, 'Rooms missing: ').first().waitFor({ state: 'detached' });
    const told = view(page)
      .getByText(/^Last 24 hours · [\d,]+ rooms$/)
      .filter({ visible: true });
    await told.waitFor();
    const after = Number(/([\d,]+) rooms/.exec(await told.innerText())?.[1]?.replace(',', ''));
    assert.ok(after > before, `${before} rooms before, ${after} after`);
  });
});
