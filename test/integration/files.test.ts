import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parseSavedRoom } from '../../src/export/savedRoom/parseSavedRoom.ts';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, documentScheme, savedRoomEditor, settings } from '../../src/ids.ts';
import { pageState } from '../../src/pages/room/roomPage.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { Format } from '../../src/text/format.ts';
import type { SavedRoomDocument } from '../../src/ui/documents/savedRoomDocument.ts';
import { atomicWriteUri } from '../../src/ui/files/atomicWriteUri.ts';
import { callOf } from '../callOf.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { answerQuickPick, nodeNamed, set, signIn, signOut, tabsAre, treeShows } from './fixtures.ts';
import { MemoryFiles } from './memoryFiles.ts';

const { dropped, duplicateIdentity, live, webinar } = sampleRooms;
const never = new AbortController().signal;

/** The files that are open as saved rooms. */
function savedTabs(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputCustom && input.viewType === savedRoomEditor ? [input.uri.path] : [],
    );
}

describe('Keeping rooms', () => {
  let server: SampleServer;
  let running: VideoRooms;
  let folder = '';
  const files = new MemoryFiles();
  const registered = vscode.workspace.registerFileSystemProvider('test-memory', files);
  const memory = (name: string) => vscode.Uri.from({ scheme: 'test-memory', path: `/${name}` });
  const onDisk = (name: string) => vscode.Uri.file(join(folder, name));

  const position = (sid: string) => server.world.positionOf(sid) ?? -1;
  const raw = (sid: string) => ({
    room: server.world.room(position(sid)),
    participants: server.world.participants(position(sid)),
  });
  const save = (room: unknown, target: vscode.Uri) =>
    vscode.commands.executeCommand<vscode.Uri | undefined>(commands.saveRoom, room, { target });

  /** Opens a file as a saved room, and waits until that is what the person looks at. */
  async function openSaved(uri: vscode.Uri): Promise<SavedRoomDocument> {
    assert.equal(await vscode.commands.executeCommand(commands.openSavedRoom, uri), true);
    await tabsAre(() => savedTabs().includes(uri.path));
    const { active } = running.saved;
    assert.ok(active && active.uri.path === uri.path);
    return active;
  }

  before(async () => {
    server = await startSampleServer();
    running = await signIn(server.url);
    folder = await mkdtemp(join(tmpdir(), 'video-rooms-keeping-'));
  });

  after(async () => {
    registered.dispose();
    await signOut();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    files.files.clear();
    files.before = () => {};
  });

  it('saves a room and its participants exactly as Twilio sent them, and no secret', async () => {
    const target = onDisk('dropped.video-room.json');
    const node = await nodeNamed(running, dropped.name ?? '');
    assert.equal((await save(node, target))?.toString(), target.toString());
    const content = await readFile(target.fsPath);
    const { savedAt, ...saved } = parseSavedRoom(content);
    assert.ok(Math.abs(savedAt - Date.now()) < 60_000);
    assert.deepEqual(saved, {
      source: { account: server.world.accountSid, origin: server.url },
      ...{ complete: true, unreadable: 0, ...raw(dropped.sid) },
    });
    for (const secret of Object.values(sampleAccounts.apiKey)) assert.ok(!content.includes(String(secret)));
  });

  it('shows a saved room without an account, as it was shown before', async () => {
    const target = onDisk('webinar.video-room.json');
    await save(webinar.sid, target);
    await signOut();
    const asked = server.requests.length;
    const { store, key, saved } = await openSaved(target);
    const format = new Format({ locale: 'en', times: 'utc', now: Date.now });
    const facts = { loading: false, signedIn: store.signedIn, saved };
    const [room, participantsState] = [store.room(key), store.participantsState(key)];
    const call = callOf(room, participantsState, format);
    const state = pageState({ ...facts, room, participantsState, call }, format);
    assert.equal(state.room?.title, webinar.name);
    assert.equal(state.participants?.rows.length, raw(webinar.sid).participants.length);
    assert.ok(state.call?.summary);
    // Everything that needs no network works on it.
    await vscode.commands.executeCommand(commands.copyRoomJson);
    assert.deepEqual(JSON.parse(await vscode.env.clipboard.readText()), raw(webinar.sid).room);
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomReport), true);
    assert.ok((await vscode.env.clipboard.readText()).includes(webinar.sid));
    assert.equal(await vscode.commands.executeCommand(commands.copyRoomSid), true);
    assert.equal(await vscode.env.clipboard.readText(), webinar.sid);
    assert.equal(await vscode.commands.executeCommand(commands.refreshRoom), false);
    assert.equal(server.requests.length, asked);
    running = await signIn(server.url);
  });

  it('opens the JSON of a saved room, with and without participants, from its file alone', async () => {
    const target = onDisk('two words ü.video-room.json');
    await save(duplicateIdentity.sid, target);
    await signOut();
    const { room, participants } = raw(duplicateIdentity.sid);
    for (const [command, expected] of [
      [commands.openRoomJson, room],
      [commands.openRoomJsonWithParticipants, { room, participants }],
    ] as const) {
      await openSaved(target);
      assert.equal(await vscode.commands.executeCommand(command), true);
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.uri.scheme, documentScheme);
      assert.deepEqual(JSON.parse(document.getText()), expected);
    }
    running = await signIn(server.url);
  });

  it('compares a saved room with one of the account; only the file outlives a sign-out', async () => {
    const target = onDisk('compared.video-room.json');
    await save(dropped.sid, target);
    await openSaved(target);
    // In front of it, because its page takes the keyboard from the question when it has loaded.
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: '' }));
    const comparing = vscode.commands.executeCommand(commands.compareRooms);
    const chosen = answerQuickPick();
    assert.equal(await comparing, true);
    chosen();
    const compared = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label }) => label.startsWith(`${dropped.name} ↔ `));
    await tabsAre(compared);
    // The account's side may not stay when nobody is signed in; the file may.
    await signOut();
    await tabsAre(() => !compared());
    assert.deepEqual(savedTabs(), [target.path]);
    running = await signIn(server.url);
  });

  it('is compared with its version in Git as text', async () => {
    const target = onDisk('history.video-room.json');
    await save(dropped.sid, target);
    const query = JSON.stringify({ path: target.fsPath, ref: 'HEAD' });
    // VS Code 1.105 has no editor of its own for comparing, only for what a scheme stands for.
    const [, minor = 0] = vscode.version.split('.').map(Number);
    const files = minor > 105 ? [onDisk('compared.video-room.json')] : [];
    for (const older of [target.with({ scheme: 'git', query }), ...files]) {
      await vscode.commands.executeCommand('vscode.diff', older, target, 'older ↔ newer');
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      assert.equal(tab?.label, 'older ↔ newer');
      assert.ok(tab.input instanceof vscode.TabInputTextDiff, older.scheme);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('leaves the account’s own rooms alone', async () => {
    const target = onDisk('old.video-room.json');
    await save(dropped.sid, target);
    const text = (await readFile(target.fsPath, 'utf8')).replaceAll(dropped.name ?? '', 'as it was then');
    await writeFile(target.fsPath, text);
    const { store, key } = await openSaved(target);
    assert.equal(store.room(key)?.read('room_name'), 'as it was then');
    assert.ok(await nodeNamed(running, dropped.name ?? ''));
    await vscode.commands.executeCommand(commands.copyRoomJson, dropped.sid);
    assert.deepEqual(JSON.parse(await vscode.env.clipboard.readText()), raw(dropped.sid).room);
  });

  it('shows a file anew that is written again while it is open', async () => {
    const target = onDisk('again.video-room.json');
    await save(dropped.sid, target);
    await openSaved(target);
    await save(webinar.sid, target);
    assert.equal(running.saved.active?.key, webinar.sid);
    await vscode.commands.executeCommand(commands.copyRoomSid);
    assert.equal(await vscode.env.clipboard.readText(), webinar.sid);
  });

  it('shows in a further editor what the file holds by now', async () => {
    const target = onDisk('split.video-room.json');
    await save(dropped.sid, target);
    const document = await openSaved(target);
    await save(webinar.sid, target);
    const panel = vscode.window.createWebviewPanel(savedRoomEditor, '', vscode.ViewColumn.Beside);
    await running.saved.resolveCustomEditor(document, panel);
    assert.deepEqual(
      running.saved.all.map(({ key }) => key),
      [webinar.sid],
    );
  });

  it('saves in other file systems than this machine’s, and a saved room once more', async () => {
    await save(live.sid, memory('live.video-room.json'));
    assert.deepEqual([...files.files.keys()], ['/live.video-room.json']);
    await openSaved(memory('live.video-room.json'));
    await save(undefined, memory('copy.video-room.json'));
    assert.deepEqual(files.files.get('/copy.video-room.json'), files.files.get('/live.video-room.json'));
  });

  it('leaves nothing behind where writing fails or is cancelled, and what was there untouched', async () => {
    const target = memory('rooms.csv');
    files.files.set('/rooms.csv', Buffer.from('before'));
    // A file system that is read-only from the beginning, or from the renaming of what was there on.
    for (const failing of [1, 3]) {
      let step = 0;
      files.before = () => {
        if (++step >= failing) throw vscode.FileSystemError.NoPermissions();
      };
      await assert.rejects(atomicWriteUri(target, ['after'], never), { code: 'NoPermissions' });
      assert.ok(step > failing);
    }
    const controller = new AbortController();
    files.before = () => controller.abort();
    await assert.rejects(atomicWriteUri(target, ['after'], controller.signal), { name: 'AbortError' });
    assert.deepEqual([...files.files], [['/rooms.csv', Buffer.from('before')]]);
    files.before = () => {};
    assert.equal(await atomicWriteUri(target, ['after'], never), 'atomic');
    assert.deepEqual([...files.files], [['/rooms.csv', Buffer.from('after')]]);
  });

  describe('writes in place, and leaves nothing else,', () => {
    const target = memory('rooms.csv');
    const content = () => [...files.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]);

    for (const [where, refuse] of [
      [
        'in a file system that cannot rename',
        (_path: string, kind: string) => {
          if (kind === 'rename') throw vscode.FileSystemError.Unavailable('Rename is not supported.');
        },
      ],
      [
        'where a browser gives access to the chosen file alone',
        (path: string) => {
          if (path !== target.path) throw vscode.FileSystemError.FileNotFound('No such parent directory');
        },
      ],
      [
        'where what is new cannot take the place of what was there',
        (path: string, kind: string) => {
          if (kind === 'rename' && path === target.path) throw vscode.FileSystemError.NoPermissions('no');
        },
      ],
    ] as const) {
      it(where, async () => {
        files.before = refuse;
        await atomicWriteUri(target, ['before'], never);
        assert.deepEqual(content(), [['/rooms.csv', 'before']]);
        assert.equal(await atomicWriteUri(target, ['after'], never), 'inPlace');
        assert.deepEqual(content(), [['/rooms.csv', 'after']]);
      });
    }

    it('where it fails midway: what was there is restored', async () => {
      files.files.set(target.path, Buffer.from('before'));
      let writes = 0;
      files.before = (path, kind) => {
        if (kind === 'rename') throw vscode.FileSystemError.Unavailable();
        if (path !== target.path || ++writes > 1) return;
        files.files.set(path, Buffer.from('aft'));
        throw vscode.FileSystemError.Unavailable('The connection was lost.');
      };
      await assert.rejects(atomicWriteUri(target, ['after'], never), /The connection was lost/);
      assert.deepEqual(content(), [['/rooms.csv', 'before']]);
    });

    it('where it fails midway for good: the error says that the file may be incomplete', async () => {
      files.files.set(target.path, Buffer.from('before'));
      files.before = (path, kind) => {
        if (kind === 'rename') throw vscode.FileSystemError.Unavailable();
        if (path !== target.path) return;
        files.files.set(path, Buffer.from('aft'));
        throw vscode.FileSystemError.Unavailable('The connection was lost.');
      };
      await assert.rejects(
        atomicWriteUri(target, ['after'], never),
        /^IncompleteFile: The file may be incomplete now: .*The connection was lost/,
      );
    });

    it('of an export, and says so; a room too', async () => {
      files.before = (_path, kind) => {
        if (kind === 'rename') throw vscode.FileSystemError.Unavailable();
      };
      const options = { rooms: 'all', format: 'ndjson', target };
      const count = await vscode.commands.executeCommand<number>(commands.exportRooms, options);
      assert.equal(content()[0]?.[1]?.trimEnd().split('\n').length, count);
      await save(dropped.sid, memory('dropped.video-room.json'));
      assert.deepEqual([...files.files.keys()], ['/rooms.csv', '/dropped.video-room.json']);
    });
  });

  it('shows what is wrong with a file in its editor, and its text', async () => {
    const target = onDisk('broken.video-room.json');
    await writeFile(target.fsPath, '{"format":"video-room","version":99}');
    await vscode.commands.executeCommand('vscode.open', target);
    await tabsAre(() => savedTabs().includes(target.path));
    assert.equal(running.saved.active, undefined);
    await vscode.commands.executeCommand('vscode.openWith', target, 'default');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /99/);
  });

  it('exports CSV in UTF-16 with tabs where the setting asks for them', async () => {
    const target = onDisk('tabs.csv');
    await set(settings.csvSeparator, 'tab');
    try {
      await vscode.commands.executeCommand(commands.exportRooms, { rooms: 'all', format: 'csv', target });
    } finally {
      await set(settings.csvSeparator, undefined);
    }
    const text = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(
      await readFile(target.fsPath),
    );
    assert.ok(text.startsWith('\uFEFFaccount_sid\troom_sid\t'));
    assert.ok(text.includes(dropped.sid));
  });

  for (const format of ['csv', 'csvStrict', 'ndjson', 'json'] as const) {
    it(`exports the rooms of the window as ${format}`, async () => {
      const target = onDisk(`rooms.${format}`);
      const options = { rooms: 'all', format, target };
      const count = await vscode.commands.executeCommand<number>(commands.exportRooms, options);
      const text = await readFile(target.fsPath, 'utf8');
      const lines = text.trimEnd().split('\n');
      if (format === 'json') assert.equal(JSON.parse(text).length, count);
      else assert.equal(lines.length, format.startsWith('csv') ? count + 1 : count);
      assert.ok(count > 30);
      assert.ok(text.includes(dropped.sid));
      if (format === 'ndjson') {
        const found = lines.map((line) => JSON.parse(line)).find(({ room_sid }) => room_sid === dropped.sid);
        assert.deepEqual(found, raw(dropped.sid).room);
      }
      const left = (await readdir(folder)).filter((name) => name.includes('.part'));
      assert.deepEqual(left, []);
    });
  }
});

describe('Exporting a list that is not wholly loaded', () => {
  let server: SampleServer;
  let running: VideoRooms;
  let folder = '';
  /** Called for each list that is asked for. */
  let onList = async () => {};

  before(async () => {
    await set(settings.window, '7d');
    server = await startSampleServer({
      size: 11_000,
      intercept: async ({ url }) => {
        if (url?.startsWith('/v1/Video/Rooms?')) await onList();
        return false;
      },
    });
    running = await signIn(server.url);
    folder = await mkdtemp(join(tmpdir(), 'video-rooms-rest-'));
    await listStops();
  });

  after(async () => {
    await signOut();
    await set(settings.window, undefined);
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Waits until the list has stopped before its end. */
  function listStops(): Promise<void> {
    return treeShows(running.tree, async () =>
      (await running.tree.getChildren()).some(({ kind }) => kind === 'more'),
    );
  }

  /** Exports, and takes the first thing that is asked for: to load the rest first. */
  async function exportWithRest(target: string): Promise<unknown> {
    await listStops();
    const options = { rooms: 'all', format: 'ndjson', target: vscode.Uri.file(target) };
    const exporting = vscode.commands.executeCommand(commands.exportRooms, options);
    const chosen = answerQuickPick();
    return exporting.then((count) => {
      chosen();
      return count;
    });
  }

  it('writes nothing when loading the rest is cancelled', async () => {
    onList = async () => {
      onList = async () => {};
      await vscode.commands.executeCommand(commands.cancel);
    };
    assert.equal(await exportWithRest(join(folder, 'cancelled.ndjson')), undefined);
    assert.deepEqual(await readdir(folder), []);
  });

  it('loads the rest first, and then writes every room', async () => {
    const count = Number(await exportWithRest(join(folder, 'rooms.ndjson')));
    assert.ok(count > 10_000, `${count} rooms are no more than a list loads by itself`);
    const lines = (await readFile(join(folder, 'rooms.ndjson'), 'utf8')).trimEnd().split('\n');
    assert.equal(new Set(lines.map((line) => JSON.parse(line).room_sid)).size, count);
    assert.ok(!(await running.tree.getChildren()).some(({ kind }) => kind === 'more'));
  });
});

describe('A document with a room and its participants', () => {
  let server: SampleServer;

  before(async () => {
    server = await startSampleServer();
    await signIn(server.url);
  });

  after(async () => {
    await signOut();
    await server.close();
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is JSON that the editor folds and outlines', async () => {
    assert.equal(
      await vscode.commands.executeCommand(commands.openRoomJsonWithParticipants, dropped.sid),
      true,
    );
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), `${documentScheme}:/${dropped.sid}.participants.json`);
    assert.equal(document.languageId, 'json');
    const at = server.world.positionOf(dropped.sid) ?? -1;
    const { room, participants } = JSON.parse(document.getText());
    assert.deepEqual(room, server.world.room(at));
    assert.deepEqual(participants, server.world.participants(at));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(symbols.map(({ name }) => name).toSorted(), ['participants', 'room']);
  });

  it('follows a refresh of its room', async () => {
    await vscode.commands.executeCommand(commands.openRoomJsonWithParticipants, live.sid);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    const at = server.world.positionOf(live.sid) ?? -1;
    const { world } = server;
    const { promise, resolve } = Promise.withResolvers<void>();
    const watching = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document && document.getText().includes('renamed meanwhile')) resolve();
    });
    const asBefore = world.participants.bind(world);
    world.participants = (position) =>
      asBefore(position).map((one) =>
        position === at ? { ...one, participant_identity: 'renamed meanwhile' } : one,
      );
    await vscode.commands.executeCommand(commands.refreshRoom, live.sid);
    await promise.finally(() => watching.dispose());
  });

  it('says in the editor why there is none', async () => {
    const uri = vscode.Uri.parse(`${documentScheme}:/RM${'0'.repeat(32)}.participants.json`);
    await assert.rejects(async () => vscode.workspace.openTextDocument(uri), /Twilio has no such room/);
  });
});
