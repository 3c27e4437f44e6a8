import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { shot } from '../host/screenshots.ts';
import { askedWindow, roomsWithin } from './steps/expected.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { goToEnd, groupRow, row, view } from './steps/tree.ts';

const said = (page: Page, text: RegExp) => view(page).getByText(text).filter({ visible: true }).first();

describe('a tree of many rooms', () => {
  const stage = useStage({ shared: true, api: { size: 2000 } });

  it('shows the first 200 of a group and how many there are, and more when asked', async () => {
    const { page, api } = stage;
    await signIn(page);
    const completed = roomsWithin(api, askedWindow(api)).filter(({ live }) => !live).length;
    assert.ok(completed > 400, `the world has only ${completed} rooms to show`);
    await groupRow(page, 'Completed').getByText(`Completed (${completed})`).waitFor();
    // The sentence above the tree makes it a line lower, and would cover the row at its end.
    await said(page, /^Last 24 hours · [\d,]+ rooms$/).waitFor();

    await goToEnd(page, row(page, 'Show more').getByText(`200 of ${completed} shown`));
    await row(page, 'Show more').click();
    await goToEnd(page, row(page, 'Show more').getByText(`400 of ${completed} shown`));
    await row(page, 'Show more').click();
    await row(page, 'Show more').waitFor({ state: 'detached' });
  });
});

describe('a window of more than 10,000 rooms', () => {
  const stage = useStage({
    shared: true,
    api: { size: 45_000 },
    settings: { 'videoRooms.refreshInterval': 0 },
  });
  const number = (text: string) => Number(text.replaceAll(',', ''));

  it('is loaded up to there, says of how many that is, and goes on when told to', async () => {
    const { page, api } = stage;
    await signIn(page);
    const stopped = said(page, /^Last 24 hours · the newest [\d,]+ rooms of about [\d,]+$/);
    await stopped.waitFor({ timeout: 30_000 });
    const [, newest = '', about = ''] =
      /newest ([\d,]+) rooms of about ([\d,]+)/.exec(await stopped.innerText()) ?? [];
    const { now } = api.world;
    const all = roomsWithin(api, { after: now - 24 * 3_600_000, before: Number.POSITIVE_INFINITY }).length;
    assert.ok(number(newest) >= 10_000 && number(newest) < all, `${newest} of ${all}`);
    // In which order answers come decides what is left, and a night of which nothing was seen is quieter than expected.
    assert.ok(Math.abs(number(about) - all) < all * 0.3, `about ${about}, in truth ${all}`);
    const more = row(page, 'Load more rooms');
    await goToEnd(page, more.getByText(`${newest} loaded, about `));
    await shot(page, 'load more');
    await more.click();
    await said(page, /^Last 24 hours · [\d,]+ rooms$/).waitFor({ timeout: 30_000 });
    await more.waitFor({ state: 'detached' });
  });
});
