import assert from 'node:assert/strict';
import { askedWindow, roomsWithin } from './steps/expected.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { groupRow, rooms, row } from './steps/tree.ts';

describe('a tree of many rooms', () => {
  const stage = useStage({ api: { size: 1500 } });

  it('shows the first 200 of a group and how many there are, and more when asked', async () => {
    const { page, api } = stage;
    await signIn(page);
    const completed = roomsWithin(api, askedWindow(api)).filter(({ live }) => !live).length;
    assert.ok(completed > 400, `the world has only ${completed} rooms to show`);
    await groupRow(page, 'Completed').getByText(`Completed (${completed})`).waitFor();

    await rooms(page).focus();
    await page.keyboard.press('End');
    await row(page, 'Show more').getByText(`200 of ${completed} shown`).waitFor();
    await row(page, 'Show more').click();
    await row(page, 'Show more').getByText('200 of').waitFor({ state: 'detached' });
    await page.keyboard.press('End');
    await row(page, 'Show more').getByText(`400 of ${completed} shown`).waitFor();
    await row(page, 'Show more').click();
    await row(page, 'Show more').waitFor({ state: 'detached' });
  });
});
