import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Prints which dispatchers are set for the whole process before and after the API side is loaded. */
const script = `
  const set = () => [1, 2].map((version) => globalThis[Symbol.for('undici.globalDispatcher.' + version)] !== undefined);
  const before = set();
  const { connect } = await import(process.argv[1]);
  const credentials = { username: 'a', password: 'b' };
  const client = connect({ origin: 'http://127.0.0.1:9', credentials, userAgent: 'x', maxConcurrentRequests: 1 });
  await client.listRooms({ createdAfter: 0, createdBefore: 1 }, new AbortController().signal).next().catch(() => {});
  await client.close();
  console.log(JSON.stringify({ before, after: set() }));
`;

describe('The process that is shared with other extensions', () => {
  it('keeps its own global dispatcher, or none, when requests are made', () => {
    const connect = fileURLToPath(new URL('../../../src/insights/connect.ts', import.meta.url));
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script, connect], {
      encoding: 'utf8',
    });
    assert.deepEqual(JSON.parse(printed), { before: [false, false], after: [false, false] });
  });
});
