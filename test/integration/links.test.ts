import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, documentScheme, extensionId, settings } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { panelTitles, set, signIn, signOut, tabsAre } from './fixtures.ts';

const { dropped, international, live, solo } = sampleRooms;
const unknown = `RM${'0'.repeat(32)}`;

let documents = 0;

/** A document that is not saved yet. Each has a name of its own: VS Code reuses the names that it generates. */
async function untitled(content: string, language = 'log'): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `/links-${++documents}` });
  const document = await vscode.languages.setTextDocumentLanguage(
    await vscode.workspace.openTextDocument(uri),
    language,
  );
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  assert.ok(await vscode.workspace.applyEdit(edit));
  return document;
}

/** Our links in a document: the text that each covers, and what it calls. */
async function linksIn({ uri }: vscode.TextDocument): Promise<{ text: string; args: unknown }[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    uri,
  );
  return links
    .filter(({ target }) => target?.scheme === 'command')
    .map(({ range, target }) => {
      assert.equal(target?.path, commands.openRoomBySid);
      return { text: document.getText(range), args: JSON.parse(target.query) };
    });
}

/** What our hover says at a place of the document: Markdown. */
async function hoverAt(document: vscode.TextDocument, offset: number): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  return hovers.flatMap(({ contents }) => contents).filter((one) => one instanceof vscode.MarkdownString);
}

async function hoverText(document: vscode.TextDocument, offset: number): Promise<string> {
  return (await hoverAt(document, offset)).map(({ value }) => value).join('\n');
}

describe('SIDs in documents', () => {
  let server: SampleServer;
  /** A room that is older than the window of the tree, and one of its participants. */
  let older = '';
  let somebody = '';

  const askedFor = (sid: string) => server.requests.filter(({ url }) => url.includes(sid)).length;

  before(async () => {
    server = await startSampleServer();
    await signIn(server.url);
    // Ends when everything that belongs to a list has been asked for, the rooms in progress too.
    await vscode.commands.executeCommand(commands.refresh);
    const position = server.world.size - 1;
    older = server.world.plan(position).sid;
    somebody = server.world.participants(position)[0]?.participant_sid ?? assert.fail('nobody was there');
  });

  after(async () => {
    await signOut();
    await server.close();
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const language of ['yaml', 'python', 'plaintext', 'shellscript', 'go']) {
    it(`are links in ${language}, behind escape sequences too`, async () => {
      const text = `x = "\\u001b[31m${dropped.sid}\\u001b[0m %2F${solo.sid}"`;
      const links = await linksIn(await untitled(text, language));
      assert.deepEqual(
        links.map((link) => link.text),
        [dropped.sid, solo.sid],
      );
    });
  }

  it('are links in the cells of a notebook', async () => {
    const cell = new vscode.NotebookCellData(
      vscode.NotebookCellKind.Code,
      `print("${dropped.sid}")`,
      'python',
    );
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    // A cell has a model, and links in it, when it is rendered.
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    assert.deepEqual(
      (await linksIn(document)).map((link) => link.text),
      [dropped.sid],
    );
  });

  it('are links in the results of a search', async () => {
    await vscode.commands.executeCommand('search.action.openNewEditor', { query: 'joined' });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.scheme, 'search-editor');
    const lines = `app.log:\n  12: joined ${dropped.sid}\n`;
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), lines)));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      editor.document.uri,
    );
    assert.ok(links.some(({ target }) => target?.path === commands.openRoomBySid));
  });

  it('are links that open the room, and ask Twilio nothing before', async () => {
    const asked = () => askedFor(dropped.sid) + askedFor(older);
    const before = asked();
    const document = await untitled(`[info] room ${dropped.sid} ended\n{"room":"${older}","x":"RM123"}\n`);
    assert.deepEqual(await linksIn(document), [
      { text: dropped.sid, args: [dropped.sid] },
      { text: older, args: [older] },
    ]);
    assert.equal(asked(), before);
  });

  it('have a hover with the room’s summary, fetched once', async () => {
    const text = `room ${older} ended`;
    const document = await untitled(text);
    const name = server.world.room(server.world.size - 1).room_name ?? older;
    const before = askedFor(older);
    const [first, second] = [await hoverText(document, 10), await hoverText(document, 20)];
    assert.ok(first.replaceAll('\\', '').includes(name), first);
    assert.match(first, /Status: Completed/);
    assert.equal(second, first);
    assert.equal(askedFor(older), before + 1);
    assert.equal(await hoverText(document, 1), '');
    assert.equal(await hoverText(document, text.length - 1), '');
  });

  it('of participants lead to their room once it is known', async () => {
    const document = await untitled(`${somebody} left`);
    assert.deepEqual(await linksIn(document), []);
    await vscode.commands.executeCommand(commands.refreshRoom, older);
    assert.deepEqual(await linksIn(document), [{ text: somebody, args: [older, somebody] }]);
    assert.match(await hoverText(document, 5), /Status: Completed/);
  });

  it('have hovers that are not trusted, and names that are no markup', async () => {
    const at = server.world.positionOf(international.sid) ?? -1;
    const bobby = server.world
      .participants(at)
      .find(({ participant_identity }) => participant_identity?.includes('<b>'));
    await vscode.commands.executeCommand(commands.refreshRoom, international.sid);
    const document = await untitled(`${bobby?.participant_sid}`);
    const contents = await hoverAt(document, 5);
    assert.ok(contents.length > 0);
    for (const { value, isTrusted, supportHtml } of contents) {
      assert.ok(!isTrusted);
      assert.ok(!supportHtml);
      assert.ok(value.includes('\\<b\\>Bobby\\<\\/b\\>'), value);
      assert.doesNotMatch(value, /command:/);
    }
  });

  it('that Twilio does not have are said to be missing, and are asked for once', async () => {
    const document = await untitled(unknown);
    assert.match(await hoverText(document, 3), /Twilio has no such room/);
    assert.match(await hoverText(document, 3), /Twilio has no such room/);
    assert.equal(askedFor(`/v1/Video/Rooms/${unknown}`), 1);
    assert.equal(askedFor(unknown), 2, 'and the Video API once, which tells of rooms in progress');
  });

  it('are links in the JSON of a room, but not to itself', async () => {
    await vscode.commands.executeCommand(commands.refreshRoom, solo.sid);
    const uri = vscode.Uri.parse(`${documentScheme}:/${solo.sid}.json`);
    assert.deepEqual(await linksIn(await vscode.workspace.openTextDocument(uri)), []);
    const at = server.world.positionOf(solo.sid) ?? -1;
    const person = server.world.participants(at)[0]?.participant_sid;
    const theirs = vscode.Uri.parse(`${documentScheme}:/${solo.sid}/${person}.json`);
    const links = await linksIn(await vscode.workspace.openTextDocument(theirs));
    assert.ok(links.length > 0);
    for (const { text, args } of links) assert.deepEqual([text, args], [solo.sid, [solo.sid]]);
  });

  it('are no links where the person reads no text of theirs, such as in settings', async () => {
    const content = `// ${dropped.sid}`;
    const providing = vscode.workspace.registerTextDocumentContentProvider('elsewhere', {
      provideTextDocumentContent: () => content,
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('elsewhere:/settings.json'));
    assert.equal(document.getText(), content);
    assert.deepEqual(await linksIn(document), []);
    assert.equal(await hoverText(document, 10), '');
    providing.dispose();
  });

  it('are text like any other while the setting is off', async () => {
    const document = await untitled(`room ${dropped.sid}`);
    await set(settings.links, false);
    assert.deepEqual(await linksIn(document), []);
    assert.equal(await hoverText(document, 10), '');
    await set(settings.links, undefined);
    assert.equal((await linksIn(document)).length, 1);
  });

  it('open the room, and of a participant the room with them', async () => {
    await vscode.commands.executeCommand(commands.openRoomBySid, live.sid, 'not a participant');
    await tabsAre(() => panelTitles().includes(live.name));
    await vscode.commands.executeCommand(commands.openRoomBySid, older, somebody);
    const name = server.world.room(server.world.size - 1).room_name ?? older;
    await tabsAre(() => panelTitles().includes(name));
  });

  it('say in a hover that nobody is signed in, without asking for it', async () => {
    await signOut();
    const before = server.requests.length;
    const document = await untitled(`room ${dropped.sid}`);
    assert.match(await hoverText(document, 10), /Nobody is signed in/);
    assert.equal((await linksIn(document)).length, 1);
    assert.equal(server.requests.length, before);
    await signIn(server.url);
  });
});

describe('Addresses of rooms', () => {
  let server: SampleServer;
  const confirmed = 'extensions.confirmedUriHandlerExtensionIds';
  const link = (path: string) => vscode.Uri.parse(`${vscode.env.uriScheme}://${extensionId}${path}`);
  /** The editor's own handling of addresses; without its question whether the extension may open it. */
  const follow = (path: string) => vscode.commands.executeCommand('vscode.open', link(path));

  before(async () => {
    server = await startSampleServer();
    await signIn(server.url);
    await set(confirmed, [extensionId]);
  });

  after(async () => {
    await set(confirmed, undefined);
    await signOut();
    await server.close();
  });

  it('open the room', async () => {
    await follow(`/room/${dropped.sid}`);
    await tabsAre(() => panelTitles().includes(dropped.name));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('that are malformed open nothing and ask nothing', async () => {
    const before = server.requests.length;
    for (const path of [`/room/${dropped.sid}x`, `/rooms/${dropped.sid}`, '/room/', '/room/..%2F..', '/'])
      await follow(path);
    // Addresses are handled in their order: when this one is open, those were refused.
    await follow(`/room/${live.sid}`);
    await tabsAre(() => panelTitles().includes(live.name));
    assert.deepEqual(panelTitles(), [live.name]);
    const asked = server.requests.slice(before).map(({ url }) => url);
    assert.deepEqual(
      asked.filter((url) => !url.includes(live.sid)),
      [],
    );
  });
});

describe('What a room is passed on as', () => {
  let server: SampleServer;
  let running: VideoRooms;

  const copied = () => vscode.env.clipboard.readText();

  before(async () => {
    server = await startSampleServer();
    running = await signIn(server.url);
    await vscode.env.clipboard.writeText('');
  });

  after(async () => {
    await signOut();
    await server.close();
  });

  it('is a link', async () => {
    assert.equal(await vscode.commands.executeCommand(commands.copyLink, dropped.sid), true);
    assert.equal(await copied(), `${vscode.env.uriScheme}://${extensionId}/room/${dropped.sid}`);
  });

  it('is a report without names, or with them', async () => {
    const at = server.world.positionOf(dropped.sid) ?? -1;
    const identities = server.world.participants(at).map((one) => one.participant_identity ?? '');
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomReport, dropped.sid), true);
    const report = await copied();
    assert.ok(report.startsWith(`# Room \`${dropped.sid}\`\n`));
    for (const name of [dropped.name, ...identities]) assert.ok(!report.includes(name), name);
    await vscode.commands.executeCommand(commands.copyRoomReport, dropped.sid, { names: true });
    const named = await copied();
    for (const name of [dropped.name, ...identities]) assert.ok(named.includes(name), name);
  });

  it('is a report on a room that is not in the list, whose participants are loaded for it', async () => {
    const position = server.world.size - 1;
    const { sid } = server.world.plan(position);
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomReport, sid), true);
    const report = await copied();
    for (const { participant_sid } of server.world.participants(position))
      assert.ok(report.includes(participant_sid ?? ''));
  });

  it('is cURL commands without a secret', async () => {
    assert.equal(await vscode.commands.executeCommand(commands.copyAsCurl, dropped.sid), true);
    const text = await copied();
    assert.ok(text.includes(`${server.url}/v1/Video/Rooms/${dropped.sid}'`));
    assert.ok(text.includes('"$TWILIO_API_KEY:$TWILIO_API_SECRET"'));
    const [key] = await running.secrets.keys();
    const { username, password } = JSON.parse((await running.secrets.get(key ?? '')) ?? '{}');
    assert.ok(username && password);
    for (const secret of [username, password]) assert.ok(!text.includes(secret));
  });

  it('is cURL commands for another shell', async () => {
    const copy = async (...options: unknown[]) => {
      assert.equal(await vscode.commands.executeCommand(commands.copyAsCurl, dropped.sid, ...options), true);
      return copied();
    };
    assert.match(
      await copy({ shell: 'powershell' }),
      /"\$\{env:TWILIO_API_KEY\}:\$\{env:TWILIO_API_SECRET\}" '/,
    );
    assert.ok((await copy({ shell: 'cmd' })).includes('"%TWILIO_API_KEY%:%TWILIO_API_SECRET%"'));
  });

  it('is cURL commands for the shell of the default terminal profile', async function () {
    if (process.platform !== 'linux') return this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'shell-'));
    const path = join(folder, 'pwsh');
    symlinkSync('/bin/sh', path);
    const terminal = vscode.workspace.getConfiguration('terminal.integrated');
    const change = async (name: string, value: unknown) =>
      terminal.update(`${name}.linux`, value, vscode.ConfigurationTarget.Global);
    const applied = new Promise((resolve) => vscode.env.onDidChangeShell(resolve));
    await change('profiles', { PowerShell: { path } });
    await change('defaultProfile', 'PowerShell');
    try {
      await applied;
      assert.equal(vscode.env.shell, path);
      assert.equal(await vscode.commands.executeCommand(commands.copyAsCurl, dropped.sid), true);
      assert.match(await copied(), /^curl .* "\$\{env:TWILIO_API_KEY\}:/);
    } finally {
      await change('defaultProfile', undefined);
      await change('profiles', undefined);
      rmSync(folder, { recursive: true });
    }
  });

  it('is nothing for what is no SID, or a room that is not there', async () => {
    await vscode.env.clipboard.writeText('before');
    for (const id of [commands.copyLink, commands.copyAsCurl, commands.copyRoomReport])
      assert.equal(await vscode.commands.executeCommand(id, 'RM123'), false);
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomReport, unknown), false);
    assert.equal(await copied(), 'before');
  });
});
