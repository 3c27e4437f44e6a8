import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, documentScheme } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import {
  answerQuickPick,
  below,
  nodeNamed,
  panelTitles,
  signIn,
  signOut,
  tabsAre,
  treeShows,
} from './fixtures.ts';

const { dropped, live, webinar } = sampleRooms;

describe('Commands on a room', () => {
  let server: SampleServer;
  let running: VideoRooms;
  /** A room that is older than the window of the tree. */
  let older = '';

  const raw = (sid: string) => server.world.room(server.world.positionOf(sid) ?? -1);

  before(async () => {
    server = await startSampleServer();
    running = await signIn(server.url);
    older = server.world.plan(server.world.size - 1).sid;
  });

  after(async () => {
    await signOut();
    await server.close();
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('copies the JSON exactly as the API sent it, by SID and by node', async () => {
    for (const argument of [dropped.sid, await nodeNamed(running, dropped.name ?? '')]) {
      await vscode.env.clipboard.writeText('');
      assert.equal(await vscode.commands.executeCommand(commands.copyRoomJson, argument), true);
      const copied = await vscode.env.clipboard.readText();
      assert.equal(copied, `${JSON.stringify(raw(dropped.sid), undefined, 2)}\n`);
    }
  });

  it('copies the JSON of a room that is not in the tree', async () => {
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomJson, older), true);
    assert.deepEqual(JSON.parse(await vscode.env.clipboard.readText()), raw(older));
  });

  it('copies the SID', async () => {
    await vscode.commands.executeCommand(commands.copyRoomSid, await nodeNamed(running, live.name ?? ''));
    assert.equal(await vscode.env.clipboard.readText(), live.sid);
  });

  it('copies the SID of a participant', async () => {
    const roomNode = await nodeNamed(running, dropped.name ?? '');
    const participants = async () =>
      (await below(running, roomNode)).filter(({ kind }) => kind === 'participant');
    await treeShows(running.tree, async () => (await participants()).length > 0);
    const [first] = await participants();
    assert.ok(first?.kind === 'participant');
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomSid, first), true);
    assert.equal(await vscode.env.clipboard.readText(), first.participant.read('participant_sid'));
  });

  it('means the room in the panel when the menu in its title hands over the panel’s address', async () => {
    await vscode.commands.executeCommand(commands.openRoomBySid, webinar.sid);
    await tabsAre(() => panelTitles().includes(webinar.name ?? ''));
    const address = vscode.Uri.parse('webview-panel:webview-1');
    assert.equal(await vscode.commands.executeCommand(commands.copyLink, address, { groupId: 0 }), true);
    assert.ok((await vscode.env.clipboard.readText()).endsWith(`/room/${webinar.sid}`));
  });

  it('opens a room in one panel that is used again, and a second one to the side', async () => {
    await vscode.commands.executeCommand(commands.openRoom, await nodeNamed(running, dropped.name ?? ''));
    await tabsAre(() => panelTitles().includes(dropped.name ?? ''));
    await vscode.commands.executeCommand(commands.openRoom, await nodeNamed(running, webinar.name ?? ''));
    await tabsAre(() => panelTitles().includes(webinar.name ?? ''));
    assert.deepEqual(panelTitles(), [webinar.name]);
    await vscode.commands.executeCommand(commands.openRoomToSide, await nodeNamed(running, live.name ?? ''));
    await tabsAre(() => panelTitles().includes(live.name ?? ''));
    assert.deepEqual(panelTitles().toSorted(), [webinar.name, live.name].toSorted());
  });

  it('opens one panel for two rooms chosen in quick succession', async () => {
    await Promise.all([
      vscode.commands.executeCommand(commands.openRoom, dropped.sid),
      vscode.commands.executeCommand(commands.openRoom, webinar.sid),
    ]);
    await tabsAre(() => panelTitles().includes(webinar.name ?? ''));
    assert.deepEqual(panelTitles(), [webinar.name]);
  });

  it('opens by SID a room that is not in the tree', async () => {
    assert.equal(await vscode.commands.executeCommand(commands.openRoomBySid, older), true);
    const title = raw(older).room_name ?? older;
    await tabsAre(() => panelTitles().includes(title));
  });

  it('copies the JSON of the room in the active panel when called without a room', async () => {
    await vscode.commands.executeCommand(commands.openRoomBySid, webinar.sid);
    await tabsAre(() => panelTitles().includes(webinar.name ?? ''));
    await vscode.commands.executeCommand(commands.copyRoomJson);
    assert.equal(JSON.parse(await vscode.env.clipboard.readText()).room_sid, webinar.sid);
  });

  it('refreshes one room', async () => {
    const asked = () => server.requests.filter(({ url }) => url.includes(live.sid)).length;
    const before = asked();
    assert.equal(await vscode.commands.executeCommand(commands.refreshRoom, live.sid), true);
    // The room, its participants, and who is in it for the Video API.
    assert.equal(asked(), before + 3);
  });

  it('refreshes the whole list from the title of the view, whichever row is focused', async () => {
    const lists = () => server.requests.filter(({ url }) => url.startsWith('/v1/Video/Rooms?')).length;
    const before = lists();
    await vscode.commands.executeCommand(commands.refresh, await nodeNamed(running, live.name ?? ''));
    assert.equal(lists(), before + 1);
  });

  it('compares a room with one that is chosen, and their JSON in the editor’s own comparison', async () => {
    const comparing = vscode.commands.executeCommand(
      commands.compareRooms,
      await nodeNamed(running, dropped.name ?? ''),
    );
    const chosen = answerQuickPick();
    assert.equal(await comparing, true);
    chosen();
    await tabsAre(() =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label.startsWith(`${dropped.name} ↔ `)),
      ),
    );
  });

  it('has a document for a participant too', async () => {
    const at = server.world.positionOf(dropped.sid) ?? -1;
    const [first] = server.world.participants(at);
    assert.ok(first);
    const uri = vscode.Uri.parse(`${documentScheme}:/${dropped.sid}/${first.participant_sid}.json`);
    assert.deepEqual(JSON.parse((await vscode.workspace.openTextDocument(uri)).getText()), { ...first });
  });

  it('says no to what is no SID, and to a room that is not there', async () => {
    assert.equal(await vscode.commands.executeCommand(commands.openRoomBySid, 'RM123'), false);
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomJson, `RM${'0'.repeat(32)}`), false);
    assert.deepEqual(panelTitles(), []);
  });

  it('opens the JSON as a read-only document of the editor’s own kind', async () => {
    await vscode.commands.executeCommand(commands.openRoomJson, dropped.sid);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), `${documentScheme}:/${dropped.sid}.json`);
    assert.equal(document.languageId, 'json');
    assert.deepEqual(JSON.parse(document.getText()), raw(dropped.sid));
    assert.equal(vscode.workspace.fs.isWritableFileSystem(documentScheme), false);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(document.uri, new Uint8Array()));
    await assert.rejects(async () =>
      vscode.workspace.fs.stat(vscode.Uri.parse(`${documentScheme}:/other.txt`)),
    );
  });

  it('closes what it shows of an account that signs out', async () => {
    await vscode.commands.executeCommand(commands.openRoomBySid, dropped.sid);
    await tabsAre(() => panelTitles().includes(dropped.name ?? ''));
    await signOut();
    await tabsAre(() => panelTitles().length === 0);
    const before = server.requests.length;
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomJson, dropped.sid), false);
    assert.equal(server.requests.length, before);
    running = await signIn(server.url);
  });
});
