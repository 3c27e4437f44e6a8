import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atomicWrite } from '../../../../src/ui/files/atomicWrite.ts';

const never = new AbortController().signal;

describe('Writing a file whole', () => {
  let folder = '';
  const at = (name: string) => join(folder, name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'video-rooms-output-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('puts the pieces together, and leaves nothing else', async () => {
    await atomicWrite(at('rooms.csv'), ['a', 'ü', '\n'], never);
    assert.equal(await readFile(at('rooms.csv'), 'utf8'), 'aü\n');
    assert.deepEqual(await readdir(folder), ['rooms.csv']);
  });

  it('shows what was there before until all is written, and replaces it then', async () => {
    await writeFile(at('rooms.csv'), 'before');
    await chmod(at('rooms.csv'), 0o600);
    const seen: string[] = [];
    function* pieces() {
      for (let piece = 0; piece < 3; piece++) {
        yield 'x'.repeat(100_000);
        seen.push('piece');
      }
    }
    const writing = atomicWrite(at('rooms.csv'), pieces(), never);
    assert.equal(await readFile(at('rooms.csv'), 'utf8'), 'before');
    await writing;
    assert.equal(seen.length, 3);
    assert.equal((await stat(at('rooms.csv'))).size, 300_000);
    assert.equal((await stat(at('rooms.csv'))).mode & 0o777, 0o600);
  });

  it('replaces the file that a link leads to', async () => {
    await writeFile(at('real.csv'), 'before');
    await symlink(at('real.csv'), at('link.csv'));
    await atomicWrite(at('link.csv'), ['after'], never);
    assert.equal(await readFile(at('real.csv'), 'utf8'), 'after');
    assert.deepEqual((await readdir(folder)).toSorted(), ['link.csv', 'real.csv']);
  });

  for (const [how, fail] of Object.entries({
    cancelled: (controller: AbortController) => controller.abort(),
    failed: () => {
      throw new RangeError('no');
    },
  })) {
    it(`leaves nothing behind when it is ${how} midway, and what was there untouched`, async () => {
      await writeFile(at('rooms.csv'), 'before');
      const controller = new AbortController();
      function* pieces() {
        for (let piece = 0; piece < 100; piece++) {
          yield 'x'.repeat(100_000);
          if (piece === 50) fail(controller);
        }
      }
      const name = how === 'cancelled' ? 'AbortError' : 'RangeError';
      await assert.rejects(atomicWrite(at('rooms.csv'), pieces(), controller.signal), { name });
      assert.equal(await readFile(at('rooms.csv'), 'utf8'), 'before');
      assert.deepEqual(await readdir(folder), ['rooms.csv']);
    });
  }

  it('takes no piece when it is cancelled before', async () => {
    const pieces = ['a'];
    await assert.rejects(atomicWrite(at('rooms.csv'), pieces, AbortSignal.abort()), {
      name: 'AbortError',
    });
    assert.deepEqual(await readdir(folder), []);
  });

  it('says so where the folder is not there', async () => {
    await assert.rejects(atomicWrite(at('no/rooms.csv'), ['a'], never), { code: 'ENOENT' });
  });

  describe('in a folder or a file system that refuses', () => {
    const real = { open, rename };
    const refusal = (code: string) => Object.assign(new Error(`${code}: refused`), { code });
    const noRename = (code: string) => ({ ...real, rename: () => Promise.reject(refusal(code)) });
    const noOtherFile = (code: string): typeof real => ({
      ...real,
      open: (path, flags, mode) =>
        String(path).startsWith(folder) ? Promise.reject(refusal(code)) : open(path, flags, mode),
    });

    for (const [what, operations] of [
      ['to rename', noRename('EBUSY')],
      ['to rename across devices', noRename('EXDEV')],
      ['another file', noOtherFile('EACCES')],
    ] as const) {
      it(`${what}, writes an existing file in place, and leaves nothing else`, async () => {
        await writeFile(at('rooms.csv'), 'before, and longer');
        await chmod(at('rooms.csv'), 0o640);
        const { ino } = await stat(at('rooms.csv'));
        assert.equal(await atomicWrite(at('rooms.csv'), ['af', 'ter'], never, operations), 'inPlace');
        assert.equal(await readFile(at('rooms.csv'), 'utf8'), 'after');
        const after = await stat(at('rooms.csv'));
        assert.deepEqual([after.ino, after.mode & 0o777], [ino, 0o640]);
        assert.deepEqual(await readdir(folder), ['rooms.csv']);
        assert.deepEqual(await leftInTemporaryFolder(), []);
      });
    }

    it('to rename, writes a new file in place', async () => {
      assert.equal(await atomicWrite(at('rooms.csv'), ['after'], never, noRename('ENOSYS')), 'inPlace');
      assert.equal(await readFile(at('rooms.csv'), 'utf8'), 'after');
      assert.deepEqual(await readdir(folder), ['rooms.csv']);
    });

    it('every file, rejects and leaves nothing', async () => {
      await assert.rejects(atomicWrite(at('rooms.csv'), ['after'], never, noOtherFile('EROFS')), {
        code: 'EROFS',
      });
      assert.deepEqual(await readdir(folder), []);
      assert.deepEqual(await leftInTemporaryFolder(), []);
    });

    it('because the disk is full, does not write in place', async () => {
      await writeFile(at('rooms.csv'), 'before');
      for (const operations of [noRename('ENOSPC'), noOtherFile('ENOSPC')])
        await assert.rejects(atomicWrite(at('rooms.csv'), ['after'], never, operations), { code: 'ENOSPC' });
      assert.equal(await readFile(at('rooms.csv'), 'utf8'), 'before');
      assert.deepEqual(await readdir(folder), ['rooms.csv']);
    });

    it('and whose target cannot be written either, rejects and leaves nothing', async () => {
      await mkdir(at('rooms.csv'));
      await assert.rejects(atomicWrite(at('rooms.csv'), ['after'], never, noRename('EPERM')));
      assert.deepEqual(await readdir(folder), ['rooms.csv']);
    });

    it('and whose target is in use, rejects without a word of a damaged file', async function () {
      if (process.platform !== 'linux') this.skip();
      // Linux lets nobody write a program that runs, not even root.
      await copyFile('/bin/sleep', at('rooms.csv'));
      const running = spawn(at('rooms.csv'), ['60']);
      try {
        await once(running, 'spawn');
        for (const operations of [noRename('EBUSY'), noOtherFile('EACCES')])
          await assert.rejects(atomicWrite(at('rooms.csv'), ['after'], never, operations), {
            code: 'ETXTBSY',
          });
        assert.deepEqual(await readFile(at('rooms.csv')), await readFile('/bin/sleep'));
        assert.deepEqual(await readdir(folder), ['rooms.csv']);
        assert.deepEqual(await leftInTemporaryFolder(), []);
      } finally {
        running.kill();
      }
    });

    /** Files of ours in the folder for temporary files. */
    async function leftInTemporaryFolder(): Promise<string[]> {
      return (await readdir(tmpdir())).filter((name) => name.startsWith('.video-rooms-'));
    }
  });
});
