import assert from 'node:assert/strict';
import { type AsyncHook, createHook } from 'node:async_hooks';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import { commands, extensionId, views } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { eventually } from '../e2e/steps/eventually.ts';
import { panelTitles, signIn, tabsAre } from '../integration/fixtures.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';

// Must be the last file of the suite: it deactivates the extension.
describe('The end of the extension', () => {
  /** Open timers and sockets that the extension's code created, with the stack of their creation. */
  const held = new Map<number, string>();
  let watching: AsyncHook;
  let server: SampleServer;

  before(async () => {
    const own = `${vscode.extensions.getExtension(extensionId)?.extensionPath}${sep}dist${sep}`;
    watching = createHook({
      init(id, type) {
        if (type !== 'Timeout' && type !== 'TCPWRAP' && type !== 'TLSWRAP') return;
        const { stack = '' } = new Error(type);
        if (stack.includes(own)) held.set(id, stack);
      },
      destroy: (id) => held.delete(id),
    }).enable();
    // Requests for participants get no reply, so that one is in flight at deactivation.
    server = await startSampleServer({ intercept: ({ url }) => url?.includes('/Participants') ?? false });
  });

  after(async () => {
    watching.disable();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await server.close();
  });

  it('leaves no timer and no socket, whatever runs', async () => {
    const running = await signIn(server.url);
    await vscode.commands.executeCommand(`${views.rooms}.focus`);
    await vscode.commands.executeCommand(commands.openRoom, sampleRooms.live.sid);
    await tabsAre(() => panelTitles().length === 1);
    await eventually(() => server.inFlight > 0, 'participants are asked for');
    assert.ok(held.size > 0, 'nothing runs that could stay');
    running.deactivate();
    await eventually(() => held.size === 0, 'everything ended').catch(() => {
      assert.fail(`These are still there:\n${[...held.values()].join('\n')}`);
    });
    assert.equal(server.inFlight, 0);
  });
});
