import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { runCommand } from '../host/workbench.ts';
import type { PageElement } from './steps/dom.ts';
import { eventually } from './steps/eventually.ts';
import { openOverview } from './steps/overview.ts';
import { type RoomPage, roomPage } from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom } from './steps/tree.ts';

const { dropped, duplicateIdentity } = sampleRooms;

/** Takes down from now on what the page's live regions say, a sentence each. */
async function listen(shown: RoomPage): Promise<() => Promise<string[]>> {
  await shown.locator('html').evaluate(hear);
  return () => shown.locator('html').evaluate((root): string[] => root.heard.splice(0));
}

/** Runs in the page: keeps in its root's `heard` what is said. */
function hear(root: PageElement): void {
  const heard: string[] = [];
  Object.assign(root, { heard });
  const { MutationObserver } = root.ownerDocument.defaultView;
  const region = root.querySelector('[role=status]');
  if (!region) throw new Error('There is nothing to listen to.');
  new MutationObserver(() => {
    if (region.textContent) heard.push(region.textContent);
  }).observe(region, { childList: true });
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
      if ('matches' in node && node.matches('[role=alert], :has([role=alert])'))
        heard.push(`alert: ${node.querySelector('.what, h1')?.textContent}`);
  }).observe(root, { childList: true, subtree: true });
}

describe('what screen readers are told', () => {
  let broken = false;
  const stage = useStage({
    shared: true,
    viewport: { width: 1440, height: 1200 },
    settings: { 'videoRooms.refreshInterval': 0 },
    api: {
      // Long enough for the loading to be said.
      latency: 200,
      intercept: (_, response) => {
        if (!broken) return false;
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end('{"code":20001,"message":"Not today","status":400}');
        return true;
      },
    },
  });
  let shown: RoomPage;
  let heard: () => Promise<string[]>;

  /** All that was heard, once a sentence like this is among it. */
  async function heardUntil(last: RegExp): Promise<string[]> {
    const all: string[] = [];
    await eventually(async () => {
      all.push(...(await heard()));
      return all.some((sentence) => last.test(sentence));
    }, `${last} was said`);
    return all;
  }

  const outcome = async () => [
    await shown.locator('.headline').innerText(),
    await shown.locator('.summary').innerText(),
    await shown.locator('.call-summary').innerText(),
  ];

  before(async () => {
    await signIn(stage.page);
    await clickRoom(stage.page, dropped.name);
    shown = await roomPage(stage.page, dropped.name);
    const [, , story = ''] = await outcome();
    // What the page said when it opened.
    await shown.locator('[role=status]').getByText(story).waitFor();
    heard = await listen(shown);
  });

  it('a room says that it is loading and what has come, each once', async () => {
    await shown.getByRole('button', { name: 'Refresh' }).press('Enter');
    const all = await heardUntil(/dropped at/);
    assert.deepEqual(all, ['Loading…', (await outcome()).join(' ')]);
  });

  it('another room in the panel says what it is', async () => {
    await clickRoom(stage.page, duplicateIdentity.name);
    await roomPage(stage.page, duplicateIdentity.name);
    const all = await heardUntil(/was disconnected at .* duplicate identity/);
    assert.deepEqual(all.map((said) => said.replace(/^Loading… ?/, '')).filter(Boolean), [
      (await outcome()).join(' '),
    ]);
  });

  it('a copy says so, each time', async () => {
    const copy = shown.getByRole('button', { name: 'Copy JSON' });
    for (let time = 0; time < 2; time++) {
      await copy.press('Enter');
      assert.deepEqual(await heardUntil(/^Copied$/), ['Copied']);
    }
  });

  it('a failure is an alert, each time, and takes nothing else with it', async () => {
    broken = true;
    for (const button of ['Refresh', 'Retry']) {
      await shown.getByRole('button', { name: button, exact: true }).press('Enter');
      const all = await heardUntil(/^alert: /);
      const alerts = all.filter((sentence) => sentence.startsWith('alert: '));
      assert.equal(alerts.length, 1, all.join(' | '));
      assert.deepEqual(
        all.filter((sentence) => !sentence.startsWith('alert: ') && sentence !== 'Loading…'),
        [],
      );
    }
    broken = false;
    await shown.getByRole('button', { name: 'Retry' }).press('Enter');
    assert.deepEqual((await heardUntil(/was disconnected at .* duplicate identity/)).slice(-1), [
      (await outcome()).join(' '),
    ]);
  });

  it('the overview says how its rooms are, once they are counted, and again when they come anew', async () => {
    const { page } = stage;
    shown = await openOverview(page);
    const region = shown.locator('[role=status]');
    const covers = async () => shown.locator('.headline').innerText();
    await region.getByText(await covers()).waitFor();
    heard = await listen(shown);
    await shown.getByRole('button', { name: 'Refresh' }).press('Enter');
    const last = (await shown.locator('.summary p').allInnerTexts()).at(-1) ?? '';
    assert.ok(last);
    const all = await heardUntil(/^Last 24 hours/);
    assert.deepEqual(all, [
      'Loading…',
      [await covers(), ...(await shown.locator('.summary p').allInnerTexts())].join(' '),
    ]);
    await runCommand(page, 'View: Close All Editors');
  });
});
