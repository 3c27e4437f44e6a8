import { shot, type Theme } from '../host/screenshots.ts';
import { webviewPage } from '../host/workbench.ts';
import { choose, quickInput, typeAnswer } from './steps/quickInput.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { chooseFromViewMenu, pressViewButton, row, view } from './steps/tree.ts';

/** What the page has to say of the kinds of calls in the sample account. */
const kinds: readonly (readonly [room: string, told: RegExp])[] = [
  [
    'tutoring-2231 (reloads)',
    /pupil-31 was disconnected 3 times \(.*\) by a new connection of the same identity \(53205/,
  ],
  ['design-critique-8 (two windows)', /rafael@example\.org disconnected each other 6 times in turn/],
  ['ward-monitor-3 (renewed)', /bed-14 connected again after 3 hr 55 min/],
  ['sales-demo-640 (all at once)', /8 people dropped at .*, within 1 sec of each other, all with 53001/],
  ['visit-4417 (one lost connection)', /dr\.keane and patient-4417 were cut off at .*Neither came back\./],
  ['quick-call-77 (seat held)', /guest-c9e8 could not join, tried twice \(.*\), last: 53105/],
  [
    'support-30518 (caller hangs up)',
    /\+14155550142 \(by phone\), call 21 min\. The room was ended through the API/,
  ],
  ['claims-5521 (error got over)', /holder-5521 had 53001, .*, during the call\./],
  ['device-check-19 (listed as in progress)', /were disconnected through the API at/],
  ['night-watch-2 (four hours)', /3 people were each disconnected 4 hr after joining/],
  ['group-visit-112 (JSON identities)', /Ida dropped at .* Leo dropped at/],
  ['interview-4020 (token refused)', /candidate-88 could not join: 20157/],
  ['advice-3317 (Edge fails)', /customer-902 dropped 4 times between/],
  ['site-survey-6 (VP8 and H264)', /3 people sent different video codecs: VP8 \/ H264/],
];
/** Those of which a picture is taken, each in another theme. */
const pictures: Readonly<Record<string, Theme>> = {
  'sales-demo-640 (all at once)': 'dark',
  'quick-call-77 (seat held)': 'light',
  'support-30518 (caller hangs up)': 'highContrast',
  'group-visit-112 (JSON identities)': 'highContrastLight',
};

describe('each kind of call in the sample account', () => {
  const stage = useStage({ shared: 'takes', viewport: { width: 1280, height: 1000 } });

  before(async () => {
    const { page } = stage;
    await exploreSample(page);
    await chooseFromViewMenu(page, 'Set Time Window…');
    await choose(page, 'Last 3 days');
    await view(page)
      .getByText(/Last 3 days · \d+ rooms/)
      .filter({ visible: true })
      .first()
      .waitFor();
  });

  for (const [room, told] of kinds) {
    it(`is told as what it is: ${room}`, async () => {
      const { page } = stage;
      await pressViewButton(page, 'Go to Room…');
      await quickInput(page)
        .getByText(/^Go to Room: /)
        .waitFor();
      await typeAnswer(page, room);
      await quickInput(page).getByRole('option', { name: room }).first().waitFor();
      await page.keyboard.press('Enter');
      const shown = webviewPage(page);
      await shown.getByRole('heading', { level: 1, name: room, exact: true }).waitFor();
      await shown.getByText(told).first().waitFor();
      const theme = pictures[room];
      if (!theme) return;
      await stage.setTheme(theme);
      await shot(page, `kind ${room}`);
    });
  }

  it('that has ended is listed as completed, whatever Twilio says', async () => {
    const { page } = stage;
    const [name] = kinds[8] ?? [];
    await pressViewButton(page, 'Go to Room…');
    await typeAnswer(page, name ?? '');
    await page.keyboard.press('Enter');
    await row(page, `${name}, Completed`).waitFor();
  });
});
