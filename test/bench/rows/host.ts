import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { extensionId } from '../../../src/ids.ts';
import { extensionFolder, outFolder, temporaryFolder } from '../../host/folders.ts';
import { writeUserSettings } from '../../host/settings.ts';
import { filesAtStart } from '../filesAtStart.ts';
import { type Activation, type HostFigures, type HostTask, hostVariable } from '../host/task.ts';
import { startServer } from '../process.ts';
import { layQuietExtension } from '../quietExtension.ts';
import { atMost, median, ms, type Row, type Scale } from '../row.ts';

/** Measurements that need a real extension host. */
export async function hostRows({ many, latency, rounds, now }: Scale): Promise<Row[]> {
  const module = await buildModule();
  const quiet = await temporaryFolder('bench-extension');
  await layQuietExtension(quiet.path);
  const near = await startServer({ size: many, latency: 0, now });
  const far = await startServer({ size: 1000, latency, now });
  const figures: Partial<HostFigures>[] = [];
  const empty: Activation[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const lists = round === 0 && { lists: { near: near.url, far: far.url, rounds } };
      figures.push(await inHost(module, quiet.path, { extension: extensionId, ...lists }));
      const { activation } = await inHost(module, emptyExtension, { extension: emptyId });
      if (activation) empty.push(activation);
    }
  } finally {
    await near.end();
    await far.end();
    await quiet.remove();
  }
  const { first = [], filter = [], sort = [], blocks = [], rooms = 0, shown = 0 } = figures[0] ?? {};
  const work = { rooms, shown, rounds: figures.length };
  const ours = figures.flatMap(({ activation }) => activation ?? []);
  const rests = figures.flatMap(({ rest }) => rest ?? []);
  const [activations, floors] = [ours.map(whole), empty.map(whole)];
  const size = many.toLocaleString('en');
  const start = await filesAtStart(join(extensionFolder, 'dist', 'extension.cjs'));
  return [
    atMost(15, {
      ...{ name: 'Activation in a real extension host', unit: 'ms', value: median(activations), work },
      note: `loading ${ms(median(ours.map(({ loading }) => loading)))}, \`activate\` ${ms(median(ours.map(({ activating }) => activating)))}; an empty extension ${ms(median(floors))}; of ${activations.length} starts: ${activations.map(ms).join(', ')}; what knows rooms, when it is needed first: ${ms(median(rests))} more`,
    }),
    atMost(60, {
      ...{ name: 'Code of the extension at its start', unit: 'KB', value: start.bytes / 1024, work },
      note: `the entry and what it imports, in ${start.files} files; everything that knows rooms is loaded when it is needed`,
    }),
    atMost(latency + 150, {
      name: `First rooms in the tree, a round trip of ${latency} ms`,
      ...{ unit: 'ms', value: median(first), work, note: 'until VS Code has taken the first row' },
    }),
    atMost(50, {
      name: `Longest block of the extension host while ${size} rooms load and the tree shows them`,
      ...{
        unit: 'ms',
        value: median(blocks),
        work,
        note: `of ${blocks.length} lists: ${blocks.map(ms).join(', ')}`,
      },
    }),
    atMost(100, {
      ...{ name: `Filter ${size} rooms, tree updated`, unit: 'ms', value: median(filter), work },
      note: `slowest ${ms(Math.max(...filter))}`,
    }),
    atMost(100, {
      ...{ name: `Sort ${size} rooms, tree updated`, unit: 'ms', value: median(sort), work },
      note: `slowest ${ms(Math.max(...sort))}`,
    }),
  ];
}

const whole = ({ loading, activating }: Activation) => loading + activating;

/** An empty extension, measured in the same rounds: the share of VS Code itself. */
const emptyExtension = join(import.meta.dirname, '..', 'host', 'empty');
const emptyId = 'video-rooms-development.empty';

/** Starts VS Code once and runs the measuring module in it. */
async function inHost(
  module: string,
  extension: string,
  task: Omit<HostTask, 'figures'>,
): Promise<Partial<HostFigures>> {
  const scratch = await temporaryFolder('bench');
  const file = join(scratch.path, 'figures.json');
  const workspace = join(scratch.path, 'workspace');
  const userData = join(scratch.path, 'user');
  process.env[hostVariable] = JSON.stringify({ ...task, figures: file } satisfies HostTask);
  try {
    await mkdir(workspace);
    await writeUserSettings(userData);
    await runTests({
      vscodeExecutablePath: join(import.meta.dirname, '..', '..', 'host', 'codeShim.ts'),
      extensionDevelopmentPath: extension,
      extensionTestsPath: module,
      launchArgs: [workspace, `--user-data-dir=${userData}`],
    });
    return JSON.parse(await readFile(file, 'utf8')) as Partial<HostFigures>;
  } finally {
    delete process.env[hostVariable];
    await scratch.remove();
  }
}

/** Bundles the measuring module, since the extension host does not run TypeScript. */
async function buildModule(): Promise<string> {
  const outfile = join(outFolder, 'bench', 'measure.js');
  await build({
    entryPoints: [join(import.meta.dirname, '..', 'host', 'measure.ts')],
    ...{ outfile, bundle: true, format: 'esm', platform: 'node', target: 'node22', logLevel: 'warning' },
    external: ['vscode'],
  });
  return outfile;
}
