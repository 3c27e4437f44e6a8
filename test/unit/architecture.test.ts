import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const top = new URL('../../', import.meta.url).pathname;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** When it is needed, not at the start. */
  readonly later: boolean;
}

/** Every import under src/, its target as a path below src/ or as a package's name. */
const imports: Import[] = globSync('src/**/*.{ts,tsx}', { cwd: top }).flatMap((file) => {
  const from = file.replaceAll('\\', '/').replace(/^src\//, '');
  const text = readFileSync(join(top, file), 'utf8');
  const statement = /^import\s+(type\s)?[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/gm;
  return [...text.matchAll(statement)].map(([, type, named, loaded]) => {
    const target = named ?? loaded ?? '';
    const to = target.startsWith('.') ? normalize(join(dirname(from), target)).replaceAll('\\', '/') : target;
    return { from, to, typeOnly: type !== undefined, later: loaded !== undefined };
  });
});

const within = (path: string, ...rooms: string[]) => rooms.some((room) => path.startsWith(`${room}/`));
const offenders = (rule: (one: Import) => boolean) =>
  imports.filter(rule).map(({ from, to }) => `${from} → ${to}`);

describe('The house', () => {
  it('was read', () => assert.ok(imports.length > 100));

  it('keeps vscode out of insights, rooms, sample and webview', () => {
    assert.deepEqual(
      offenders(({ from, to }) => to === 'vscode' && within(from, 'insights', 'rooms', 'sample', 'webview')),
      [],
    );
  });

  it('lets insights know nothing of the other rooms', () => {
    assert.deepEqual(
      offenders(
        ({ from, to }) =>
          within(from, 'insights') && within(to, 'rooms', 'sample', 'ui', 'accounts', 'webview'),
      ),
      [],
    );
  });

  it('lets rooms know of insights only types, and the plain words of the API', () => {
    const plain = ['insights/sid.ts', 'insights/json.ts', 'insights/normalise.ts'];
    const wrong = offenders(
      ({ from, to, typeOnly }) =>
        within(from, 'rooms') && within(to, 'insights') && !typeOnly && !plain.includes(to),
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      offenders(({ from, to }) => within(from, 'rooms') && within(to, 'ui', 'accounts', 'sample', 'webview')),
      [],
    );
  });

  it('lets the page know only the types of the protocol', () => {
    const wrong = offenders(
      ({ from, to, typeOnly }) =>
        within(from, 'webview') &&
        !within(to, 'webview') &&
        !/^preact/.test(to) &&
        !(/^(protocol|callViews|pageViews|overviewViews)\.ts$|^protocol\//.test(to) && typeOnly),
    );
    assert.deepEqual(wrong, []);
  });

  it('loads at the start only what VS Code has to know then', () => {
    const atStart = new Set(['extension.ts']);
    for (const file of atStart)
      for (const { from, to, typeOnly, later } of imports)
        if (from === file && !typeOnly && !later) atStart.add(to);
    for (const needed of ['accounts/accounts.ts', 'ui/links/sidLinks.ts']) assert.ok(atStart.has(needed));
    const heavy = ['insights/client.ts', 'insights/room.ts', 'protocol.ts', 'parts.ts', 'zod/mini', 'undici'];
    const rooms = ['rooms/store.ts', 'rooms/format.ts', 'rooms/explainFailure.ts', 'ui/roomTree.ts'];
    assert.deepEqual(
      [...heavy, ...rooms].filter((file) => atStart.has(file)),
      [],
    );
  });

  it('imports extension.ts nowhere', () => {
    assert.deepEqual(
      offenders(({ to }) => to === 'extension.ts'),
      [],
    );
  });
});
