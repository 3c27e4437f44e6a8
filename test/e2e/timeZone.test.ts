import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { loaded, property, roomPage } from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { chooseFromViewMenu, clickRoom, row, view } from './steps/tree.ts';

const { dropped } = sampleRooms;

/** The extension runs on a server in UTC, the user sits in Tokyo. */
describe('times on a screen far from the server', () => {
  const stage = useStage({
    settings: { 'videoRooms.timeZone': '' },
    env: { TZ: 'UTC' },
    timezoneId: 'Asia/Tokyo',
  });

  before(() => signIn(stage.page));

  const created = () => stage.api.world.times(stage.api.world.positionOf(dropped.sid) ?? -1).created;
  const shown = (timeZone: string, time: number) =>
    new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      time,
    );

  it('are named as those of the server while nothing is known of the screen', async () => {
    await view(stage.page)
      .getByText(/times in UTC$/)
      .filter({ visible: true })
      .waitFor();
    await row(stage.page, dropped.name).getByText(shown('UTC', created())).waitFor();
  });

  it('are those of the screen in page, timeline and tree once a page was opened', async () => {
    const { page } = stage;
    await clickRoom(page, dropped.name);
    const room = await roomPage(page, dropped.name);
    await loaded(room);
    await room
      .locator('.headline')
      .getByText(/GMT\+9/)
      .waitFor();
    const { value } = await property(room, 'create_time');
    assert.match(await value.innerText(), new RegExp(`, ${shown('Asia/Tokyo', created())}:\\d\\d GMT\\+9`));
    await room.locator('.axis .side').getByText('GMT+9').waitFor();
    await view(page)
      .getByText(/times in Asia\/Tokyo \(GMT\+9\)$/)
      .filter({ visible: true })
      .waitFor();
    await row(page, dropped.name).getByText(shown('Asia/Tokyo', created())).waitFor();
  });

  it('are read so in the time window, which names the zone', async () => {
    const { page } = stage;
    await chooseFromViewMenu(page, 'Set Time Window…');
    await page.getByText('Set Time Window: times in Asia/Tokyo (GMT+9)').waitFor();
    await page.keyboard.press('Escape');
  });
});
