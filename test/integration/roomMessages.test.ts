import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, roomPanel } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { Conversation } from './conversation.ts';
import { signIn, signOut } from './fixtures.ts';

const { dropped, duplicateIdentity, webinar } = sampleRooms;

describe('A room panel and its page', () => {
  let server: SampleServer;
  let running: VideoRooms;
  let page: Conversation;
  const state = () => page.state;
  const asked = (part: string) => server.requests.filter(({ url }) => url.includes(part)).length;

  before(async () => {
    server = await startSampleServer();
    running = await signIn(server.url);
    await vscode.commands.executeCommand(commands.openRoom, dropped.sid);
    page = new Conversation(running.panels.main);
    await page.until(() => state()?.call);
  });

  after(async () => {
    page.end();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await signOut();
    await server.close();
  });

  it('the page is told the room, what happened, and who was there', () => {
    const { room, call, participants, details } = state() ?? {};
    assert.equal(room?.sid, dropped.sid);
    assert.match(call?.summary ?? '', /2 people.* dropped at /);
    assert.equal(call?.findings[0]?.severity, 'error');
    const at = server.world.positionOf(dropped.sid) ?? -1;
    assert.equal(participants?.rows.length, server.world.participants(at).length);
    assert.equal(call?.timeline?.lanes.length, 2);
    assert.equal(details, undefined);
  });

  it('somebody who is chosen is told in full, until nobody is', async () => {
    const worst = state()?.call?.findings[0]?.participants[0] ?? assert.fail('nobody dropped');
    await page.say({ type: 'choose', participant: worst });
    const details = await page.until(() => state()?.details);
    assert.equal(details.key, worst);
    assert.ok(details.properties.some(({ key, text }) => key === 'error_code' && /^\d{5}, /.test(text)));
    await page.say({ type: 'choose', participant: 'PA of nobody' });
    await page.until(() => state()?.details === undefined);
    await page.say({ type: 'choose', participant: worst });
    await page.until(() => state()?.details);
    await page.say({ type: 'choose', participant: null });
    await page.until(() => state()?.details === undefined);
  });

  it('of a large room the first rows come at once, and all when the page asks for them', async () => {
    await vscode.commands.executeCommand(commands.openRoom, webinar.sid);
    const first = await page.until(
      () => state()?.room?.sid === webinar.sid && state()?.call && state()?.participants,
    );
    assert.deepEqual([first.rows.length, first.total], [30, 1000]);
    await page.say({ type: 'allRows' });
    const all = await page.until(() => state()?.participants?.rows.length === 1000 && state()?.participants);
    assert.deepEqual(all.rows.slice(0, 30), first.rows);
    assert.deepEqual(all.columns, first.columns);
    // Another room begins anew.
    await vscode.commands.executeCommand(commands.openRoom, dropped.sid);
    await page.until(() => state()?.room?.sid === dropped.sid && state()?.call);
    await vscode.commands.executeCommand(commands.openRoom, webinar.sid);
    await page.until(
      () => state()?.participants?.total === 1000 && state()?.participants?.rows.length === 30,
    );
    await vscode.commands.executeCommand(commands.openRoom, dropped.sid);
    await page.until(() => state()?.room?.sid === dropped.sid && state()?.call);
  });

  it('every request is answered once: with yes where it was done', async () => {
    assert.equal(await page.ask({ type: 'copyText', text: 'a value' }), true);
    assert.equal(await vscode.env.clipboard.readText(), 'a value');
    assert.equal(await page.ask({ type: 'action', action: 'copySid' }), true);
    assert.equal(await vscode.env.clipboard.readText(), dropped.sid);
    assert.equal(await page.ask({ type: 'action', action: 'copyJson' }), true);
    assert.equal(JSON.parse(await vscode.env.clipboard.readText()).room_sid, dropped.sid);
    const before = asked(`/${dropped.sid}`);
    assert.equal(await page.ask({ type: 'action', action: 'refresh' }), true);
    await page.until(() => state()?.loading === false && state()?.participants?.loading === false);
    assert.equal(asked(`/${dropped.sid}`), before + 2, 'the room, and its participants');
  });

  it('a check whether the host is there is answered at once, also while another request waits', async () => {
    const order: string[] = [];
    const asking = page.ask({ type: 'action', action: 'refresh' }).then(() => order.push('refreshed'));
    assert.equal(await page.ask({ type: 'alive' }), true);
    order.push('alive');
    await asking;
    assert.deepEqual(order, ['alive', 'refreshed']);
  });

  it('a page has a link to the command that opens it again, and to no other command', () => {
    const { webview } = running.panels.main?.panel ?? assert.fail();
    assert.deepEqual(webview.options.enableCommandUris, [commands.openRoom, commands.openOverview]);
    assert.match(
      webview.html,
      /<body data-title="[^"]+" data-detail="[^"]+" [^>]*data-command="command:videoRooms\.openRoom">/,
    );
  });

  it('with no where it cannot be done, and without a word where it is no message', async () => {
    for (const message of [
      { type: 'bar', bar: 'size=2', extend: false },
      { type: 'openLink', href: 'https://example.invalid/' },
      { type: 'openLink', href: 'https://www.twilio.com@example.invalid/' },
    ])
      assert.equal(await page.ask(message), false, JSON.stringify(message));
    for (const message of [
      ...[undefined, null, 7, 'ready', [], {}],
      { type: 'copyText', request: 1 },
      { type: 'action', request: 1, action: 'signOut' },
      { type: 'action', request: 1, action: 'loadParticipants' },
      { type: 'action', request: 1, action: 'clearFilter' },
      { type: 'action', request: -1, action: 'refresh' },
      { type: 'openLink', request: 1, href: `javascript:alert(1)` },
    ])
      assert.equal(await page.say(message), 0, JSON.stringify(message));
  });

  it('the next room takes the place of the one before, and nobody is chosen in it', async () => {
    const worst = state()?.call?.findings[0]?.participants[0] ?? null;
    await page.say({ type: 'choose', participant: worst });
    await page.until(() => state()?.details);
    await vscode.commands.executeCommand(commands.openRoom, duplicateIdentity.sid);
    await page.until(() => state()?.room?.sid === duplicateIdentity.sid && state()?.call);
    assert.equal(state()?.details, undefined);
    assert.match(state()?.call?.summary ?? '', /disconnected at .* duplicate identity/);
  });

  it('is let go if it is closed while it is filled again after a reload', async () => {
    const { store, panels } = running;
    const { main } = panels;
    const listening = store.events.listenerCount('change');
    const panel = vscode.window.createWebviewPanel(roomPanel, '', vscode.ViewColumn.Active);
    const filling = panels.deserializeWebviewPanel(panel, { roomSid: dropped.sid });
    panel.dispose();
    await filling;
    assert.equal(store.events.listenerCount('change'), listening);
    assert.equal(panels.main, main);
  });
});
