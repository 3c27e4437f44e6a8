import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, settings } from '../../src/ids.ts';
import type { BarView, OverviewView } from '../../src/protocol/overview.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { Conversation } from './conversation.ts';
import { below, labelOf, set, signIn, signOut, tabsAre } from './fixtures.ts';

function chartOf({ sections }: OverviewView, id: string): readonly BarView[] {
  return sections.flatMap(({ charts }) => charts).find((chart) => chart.id === id)?.bars ?? [];
}

const overviewTabs = () =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Rooms Overview');

describe('The overview and its page', () => {
  let server: SampleServer;
  let running: VideoRooms;
  let page: Conversation;

  /** How many rooms the tree has in all groups, by their labels. */
  const inTree = async () => {
    const labels = (await below(running)).map((node) => labelOf(running, node));
    return labels.reduce((sum, label) => sum + Number(/\((\d+)\)$/.exec(label)?.[1] ?? 0), 0);
  };
  const participantRequests = () => server.requests.filter(({ url }) => url.includes('/Participants')).length;

  before(async () => {
    server = await startSampleServer();
    running = await signIn(server.url);
    await vscode.commands.executeCommand(commands.openOverview);
    page = new Conversation(running.overviews.panel);
    await page.shows();
  });

  after(async () => {
    page.end();
    await vscode.commands.executeCommand(commands.clearFilter);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await signOut();
    await server.close();
  });

  it('is one panel, however often it is opened', async () => {
    await Promise.all([
      vscode.commands.executeCommand(commands.openOverview),
      vscode.commands.executeCommand(commands.openOverview),
    ]);
    await tabsAre(() => overviewTabs().length === 1);
  });

  it('filters the tree by a bar, marks it, and takes it back at the second press', async () => {
    const all = await inTree();
    const [bar] = chartOf(await page.shows(), 'size').filter(({ value }) => value !== '0');
    assert.ok(bar);
    assert.equal(await page.ask({ type: 'bar', bar: bar.id, extend: false }), true);
    assert.equal(await inTree(), Number(bar.value));
    await page.shows((overview) =>
      chartOf(overview, 'size').some(({ id, chosen }) => chosen && id === bar.id),
    );
    assert.equal(await page.ask({ type: 'bar', bar: bar.id, extend: false }), true);
    assert.equal(await inTree(), all);
    await page.shows(({ filter }) => filter.clear === undefined);
  });

  it('adds up bars with Shift, and is cleared by the button', async () => {
    const bars = chartOf(await page.shows(), 'endReason').slice(0, 2);
    for (const { id } of bars) await page.ask({ type: 'bar', bar: id, extend: true });
    assert.equal(
      await inTree(),
      bars.reduce((sum, { value }) => sum + Number(value), 0),
    );
    assert.equal(await page.ask({ type: 'action', action: 'clearFilter' }), true);
    await page.shows(({ filter }) => filter.clear === undefined);
  });

  it('follows a filter that was set elsewhere', async () => {
    const [bar] = chartOf(await page.shows(), 'endReason');
    assert.ok(bar);
    await page.ask({ type: 'bar', bar: bar.id, extend: false });
    await vscode.commands.executeCommand(commands.clearFilter);
    await page.shows((overview) => chartOf(overview, 'endReason').every(({ chosen }) => !chosen));
  });

  it('answers what it cannot do, and ignores what is no message', async () => {
    for (const message of [
      { type: 'bar', bar: 'endReason=never drawn', extend: false },
      { type: 'bar', bar: '__proto__', extend: true },
      { type: 'copyText', text: 'x' },
      { type: 'openLink', href: 'https://example.invalid/' },
    ])
      assert.equal(await page.ask(message), false, JSON.stringify(message));
    for (const message of [
      undefined,
      null,
      7,
      'ready',
      [],
      {},
      { type: 'bar' },
      { type: 'choose', participant: null },
    ])
      assert.equal(await page.say(message), 0, JSON.stringify(message));
    for (const action of ['signOut', 'copyJson', 'compareJson'])
      assert.equal(await page.say({ type: 'action', request: 1, action }), 0, 'no action of this page');
    assert.equal(await page.say({ type: 'action', request: -1, action: 'refresh' }), 0);
    assert.equal(await page.say({ type: 'bar', request: 1, bar: 'x', extend: 'yes' }), 0);
    await page.shows(({ filter }) => filter.clear === undefined);
  });

  it('asks for as many participants as it said, only when told so, and for none a second time', async () => {
    const before = participantRequests();
    const { load } = await page.shows();
    const [button] = load.buttons;
    assert.equal(button?.action, 'loadParticipants');
    const cost = Number(/about (\d+) requests/.exec(button?.label ?? '')?.[1]);
    assert.ok(cost > 10, button?.label);
    assert.equal(await page.ask({ type: 'action', action: 'loadParticipants' }), true);
    assert.equal(participantRequests() - before, cost);
    const known = await page.shows(({ load }) => load.buttons.length === 0);
    assert.match(known.load.text, /^Participants are known for all/);
    await page.ask({ type: 'action', action: 'loadParticipants' });
    assert.equal(participantRequests() - before, cost);
  });

  it('filters by what only participants tell', async () => {
    const overview = await page.shows();
    for (const id of ['problem', 'errorCode', 'failedSdk', 'failedBrowser', 'failedEdge', 'failedRegion']) {
      const [bar] = chartOf(overview, id);
      assert.ok(bar, id);
      await page.ask({ type: 'bar', bar: bar.id, extend: false });
      const shown = await inTree();
      const most = id === 'errorCode' ? /\d+/.exec(bar.aside) : /\d+/.exec(bar.value);
      assert.ok(shown > 0 && shown <= Number(most?.[0]), `${bar.accessibleLabel}: ${shown}`);
      await page.ask({ type: 'bar', bar: bar.id, extend: false });
    }
  });

  it('counts anew when the window is another one', async () => {
    const { time, covers } = await page.shows();
    assert.match(covers, /Last 24 hours/);
    assert.equal(time.title, 'Rooms and participants per hour');
    await set(settings.window, '1h');
    const hour = await page.shows(({ covers }) => /Last hour · all/.test(covers));
    assert.equal(hour.time.title, 'Rooms and participants per 5 minutes');
    await set(settings.window, undefined);
    await page.shows(({ covers }) => /Last 24 hours · all/.test(covers));
  });

  it('shows nothing of an account that signed out', async () => {
    await signOut();
    const failure = await page.until(() => page.state?.failure);
    assert.equal(failure.title, 'Nobody is signed in');
    assert.equal(page.state?.overview, undefined);
    running = await signIn(server.url);
    await page.shows();
  });
});
