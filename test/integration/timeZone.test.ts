import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, settings } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { Conversation } from './conversation.ts';
import { nodeNamed, set, signIn, signOut } from './fixtures.ts';

const { dropped } = sampleRooms;

/** The time of day that a clock in a zone shows. */
function shownIn(timeZone: string, time: number): string {
  return new Intl.DateTimeFormat('en', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}

describe('All times', () => {
  let server: SampleServer;
  let running: VideoRooms;
  let page: Conversation;
  let created: number;

  before(async () => {
    server = await startSampleServer();
    running = await signIn(server.url);
    await set(settings.timeZone, '');
    ({ created } = server.world.times(server.world.positionOf(dropped.sid) ?? -1));
    await vscode.commands.executeCommand(commands.openRoom, dropped.sid);
    page = new Conversation(running.panels.main);
    await page.until(() => page.state?.call?.timeline);
  });

  after(async () => {
    // As the page of this machine says.
    await page.say({ type: 'ready', timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone });
    page.end();
    await set(settings.timeZone, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await signOut();
    await server.close();
  });

  /** The page, the tree and its line go by the clock of that zone. */
  async function allShow(timeZone: string): Promise<void> {
    await page.until(() => page.state?.call?.timeline?.timeZone === timeZone);
    const { room, call } = page.state ?? {};
    const time = (at: number) => shownIn(timeZone, at);
    const node = await nodeNamed(running, dropped.name ?? '');
    assert.match(String(running.tree.getTreeItem(node).description), new RegExp(time(created)), 'the tree');
    const created_ = room?.groups
      .flatMap(({ properties }) => properties)
      .find(({ key }) => key === 'create_time');
    assert.match(created_?.text ?? '', new RegExp(time(created)), 'the table');
    const [lane] = call?.timeline?.lanes ?? [];
    const left = lane?.stays[0]?.end ?? 0;
    assert.ok(JSON.stringify(call).includes(time(left)), 'the story');
    assert.equal(running.formatSettings.format.zone.name, timeZone);
  }

  it('are in the zone of the screen once a page tells it, which is remembered', async () => {
    await page.say({ type: 'ready', timeZone: 'Asia/Tokyo' });
    await allShow('Asia/Tokyo');
    assert.equal(running.globalState.get('readerTimeZone'), 'Asia/Tokyo');
    await page.say({ type: 'ready', timeZone: 'No/Where' });
    await allShow('Asia/Tokyo');
  });

  it('are in the zone of the setting before all others, and back without it', async () => {
    await set(settings.timeZone, 'America/Havana');
    await allShow('America/Havana');
    await set(settings.times, 'utc');
    await allShow('UTC');
    await set(settings.times, undefined);
    await set(settings.timeZone, '');
    await allShow('Asia/Tokyo');
  });
});
