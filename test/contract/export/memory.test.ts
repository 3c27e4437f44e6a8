import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of the heap, in megabytes; the written text has 94. */
const heap = 48;

describe('The memory that an export takes', function () {
  this.timeout(120_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'video-rooms-memory-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(how: 'streamed' | 'gathered'): { status: number | null; path: string } {
    const path = join(folder, `${how}.ndjson`);
    const program = join(import.meta.dirname, 'writeMany.ts');
    const { status } = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, program, path, how], {
      stdio: 'ignore',
    });
    return { status, path };
  }

  it('does not grow with 100,000 rooms', () => {
    const { status, path } = run('streamed');
    assert.equal(status, 0);
    assert.ok(statSync(path).size > 90_000_000);
  });

  it('would not suffice for the text as a whole', () => {
    assert.notEqual(run('gathered').status, 0);
  });
});
