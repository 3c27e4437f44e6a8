import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, comparePanel, overviewPanel, roomPanel } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { roomDocument } from '../../src/ui/documents/documentUri.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { signIn, signOut, tabsAre } from './fixtures.ts';

const { dropped, webinar } = sampleRooms;
const { otherAccount } = sampleAccounts;

describe('Pages that an earlier extension host left on the screen', () => {
  let server: SampleServer;
  let running: VideoRooms;

  /** A panel that the extension knows nothing of, as VS Code leaves one when the extension host restarts. */
  function leave(type: string, title: string, column = vscode.ViewColumn.Active): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(type, title, column);
    panel.webview.html = '<h1>A room</h1>';
    return panel;
  }

  const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

  before(async () => {
    server = await startSampleServer();
  });

  beforeEach(async () => {
    running = await signIn(server.url);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await signOut();
  });

  after(() => server.close());

  it('are replaced when they are asked to open again, each in its own tab', async () => {
    leave(roomPanel, 'left in the background');
    leave(roomPanel, dropped.name ?? '');
    await tabsAre(() => labels().length === 2);
    await vscode.commands.executeCommand(commands.openRoom, dropped.sid, 'again');
    await tabsAre(() => labels().join() === ['left in the background', dropped.name].join());
    assert.equal(running.panels.activeKey, dropped.sid);
    // The page of the panel that is there asks for nothing, so nothing is closed.
    await vscode.commands.executeCommand(commands.openRoom, webinar.sid, 'again');
    await tabsAre(() => labels().join() === ['left in the background', webinar.name].join());
  });

  it('are replaced by the overview, if they are one', async () => {
    leave(overviewPanel, 'Rooms Overview');
    await tabsAre(() => labels().length === 1);
    await vscode.commands.executeCommand(commands.openOverview);
    await tabsAre(() => labels().length === 1 && running.overviews.panel?.panel.active === true);
  });

  it('and open lists of rooms: such a list closes when its account signs out', async () => {
    const comparing = vscode.commands.executeCommand(commands.compareRooms);
    await vscode.commands.executeCommand(commands.signOut, { confirm: false });
    assert.equal(await comparing, false);
  });

  for (const [how, leaveAccount] of [
    ['signs out', () => vscode.commands.executeCommand(commands.signOut, { confirm: false })],
    ['is switched', () => signIn(server.url, otherAccount)],
  ] as const) {
    it(`are closed when the account ${how}, with its documents; other extensions' tabs stay`, async () => {
      leave(roomPanel, dropped.name ?? '');
      leave(roomPanel, 'beside', vscode.ViewColumn.Beside);
      leave(comparePanel, 'one ↔ other');
      leave(overviewPanel, 'Rooms Overview');
      leave('other.panel', 'Other');
      await vscode.window.showTextDocument(roomDocument(dropped.sid as `RM${string}`), { preview: false });
      await vscode.commands.executeCommand(commands.openRoom, webinar.sid);
      // A panel that has not shown its room yet stays, and waits for another sign-in.
      await tabsAre(() => labels().length === 7 && labels().includes(webinar.name ?? ''));
      await leaveAccount();
      await tabsAre(() => labels().join() === 'Other');
    });
  }
});
