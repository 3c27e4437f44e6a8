import assert from 'node:assert/strict';
import type { FileStat, Uri } from 'vscode';
import { type FileCalls, replaceFile } from '../../../../src/ui/files/replaceFile.ts';

const never = new AbortController().signal;

/** The kind of a call to the file system. */
type Kind = keyof FileCalls;

/** A path as an address, as far as it is needed. */
function uri(path: string): Uri {
  return { path, with: (change: { path: string }) => uri(change.path), toString: () => path } as Uri;
}

/** An error as VS Code's API has it. */
function failure(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

/** A flat file system in memory, as VS Code's API shows it; `fail` may throw before each call. */
class Files implements FileCalls {
  readonly content = new Map<string, string>();
  readonly calls: string[] = [];
  fail: (kind: Kind, path: string, bytes: Uint8Array) => void = () => {};

  async stat({ path }: Uri): Promise<FileStat> {
    this.#begin('stat', path);
    return { type: 1, ctime: 0, mtime: 0, size: this.#read(path).length };
  }

  async readFile({ path }: Uri): Promise<Uint8Array> {
    this.#begin('readFile', path);
    return Buffer.from(this.#read(path));
  }

  async writeFile({ path }: Uri, bytes: Uint8Array): Promise<void> {
    this.#begin('writeFile', path, bytes);
    this.content.set(path, Buffer.from(bytes).toString());
  }

  async rename(from: Uri, to: Uri): Promise<void> {
    this.#begin('rename', to.path);
    if (this.content.has(to.path)) throw failure('FileExists');
    this.content.set(to.path, this.#read(from.path));
    this.content.delete(from.path);
  }

  async delete({ path }: Uri): Promise<void> {
    this.#begin('delete', path);
    this.#read(path);
    this.content.delete(path);
  }

  #begin(kind: Kind, path: string, bytes: Uint8Array = new Uint8Array()): void {
    this.calls.push(`${kind} ${path}`);
    this.fail(kind, path, bytes);
  }

  #read(path: string): string {
    const text = this.content.get(path);
    if (text === undefined) throw failure('FileNotFound');
    return text;
  }
}

describe('Replacing a file of another file system', () => {
  const path = '/exports/rooms.csv';
  let files: Files;
  const replace = () => replaceFile(files, uri(path), Buffer.from('after'), never);

  beforeEach(() => {
    files = new Files();
    files.content.set(path, 'before');
  });

  it('renames a complete file, and leaves nothing else', async () => {
    assert.equal(await replace(), 'atomic');
    assert.deepEqual([...files.content], [[path, 'after']]);
    assert.ok(!files.calls.includes(`writeFile ${path}`));
  });

  for (const [why, error] of [
    ['the disk is full', failure('Unknown', 'ENOSPC: no space left on device, write')],
    ['the quota is used up', failure('FileExceedsStorageQuota')],
    ['the connection is lost', failure('Unavailable', 'The connection was lost.')],
    ['the permission ends meanwhile', failure('NoPermissions')],
    ['nobody knows', new Error('no')],
  ] as const)
    it(`never touches it when the content cannot be written: ${why}`, async () => {
      files.fail = (kind, at, bytes) => {
        // The file system fails once: a try in place would succeed.
        if (kind === 'writeFile' && at !== path && bytes.byteLength > 0) throw error;
      };
      await assert.rejects(replace(), error);
      assert.deepEqual([...files.content], [[path, 'before']]);
      assert.ok(!files.calls.includes(`writeFile ${path}`));
    });

  for (const error of [
    failure('Unknown', 'ENOSPC: no space left on device, open'),
    failure('Unavailable', 'The connection was lost.'),
    new Error(`No inode for a copy of “not supported.csv” is left`),
  ])
    it(`never touches it when no other file is created: ${error.message}`, async () => {
      files.fail = (kind, at) => {
        if (kind === 'writeFile' && at !== path) throw error;
      };
      await assert.rejects(replace(), error);
      assert.deepEqual([...files.content], [[path, 'before']]);
      assert.ok(!files.calls.includes(`writeFile ${path}`));
    });

  it('restores it when the rename fails otherwise than by a refusal', async () => {
    const error = failure('Unknown', 'EIO: i/o error, rename');
    let renames = 0;
    files.fail = (kind) => {
      if (kind === 'rename' && ++renames === 2) throw error;
    };
    await assert.rejects(replace(), error);
    assert.deepEqual([...files.content], [[path, 'before']]);
    assert.ok(!files.calls.includes(`writeFile ${path}`));
  });

  it('does not take a connection that is lost at the rename for a refusal', async () => {
    let isLost = false;
    files.fail = (kind, at) => {
      isLost ||= kind === 'rename';
      // The connection comes back for the target: a try in place would succeed.
      if (isLost && at !== path) throw failure('Unavailable', 'The connection was lost.');
    };
    await assert.rejects(replace(), /The connection was lost/);
    assert.equal(files.content.get(path), 'before');
    assert.ok(!files.calls.includes(`writeFile ${path}`));
  });

  it('never deletes a file that cannot be looked at', async () => {
    files.fail = (kind, at) => {
      if (at === path && (kind === 'stat' || kind === 'writeFile')) throw failure('Unavailable');
      if (kind === 'writeFile') throw failure('NoPermissions');
    };
    await assert.rejects(replace(), failure('Unavailable'));
    assert.deepEqual([...files.content], [[path, 'before']]);
  });

  for (const [what, refused, error] of [
    ['takes no other file', 'writeFile', failure('NoPermissions')],
    ['is unknown, as in a browser', 'writeFile', failure('FileNotFound')],
    ['renames no file', 'rename', failure('Unavailable', 'Rename is not supported.')],
    ['allows no rename', 'rename', failure('NoPermissions')],
    ['has no rename', 'rename', new Error('Method not implemented.')],
    [
      'has the file mounted',
      'rename',
      failure('Unknown', "EBUSY: resource busy or locked, rename 'a' -> 'b'"),
    ],
  ] as const)
    it(`writes in place where the folder ${what}`, async () => {
      files.fail = (kind, at) => {
        if (kind === refused && (kind === 'rename' || at !== path)) throw error;
      };
      assert.equal(await replace(), 'inPlace');
      assert.deepEqual([...files.content], [[path, 'after']]);
    });
});
