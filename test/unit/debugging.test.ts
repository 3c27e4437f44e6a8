import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatMessages } from 'esbuild';

const top = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, top), 'utf8');
/** JSON in which lines of comment may stand. */
const readCommented = (file: string) => JSON.parse(read(file).replaceAll(/^\s*\/\/.*$/gm, ''));

interface Pattern {
  regexp: string;
}
interface Task {
  label: string;
  type: string;
  script?: string;
  dependsOn?: string;
  problemMatcher: { owner?: string; pattern?: Pattern | Pattern[] } | unknown[];
}

const { scripts } = JSON.parse(read('package.json'));
const tasks: Task[] = readCommented('.vscode/tasks.json').tasks;
const configurations: { name: string; preLaunchTask?: string; args?: string[]; program?: string }[] =
  readCommented('.vscode/launch.json').configurations;

describe('What VS Code offers to whoever works on the extension', () => {
  it('starts it with sample rooms, and debugs its tests', () => {
    const names = configurations.map(({ name }) => name);
    for (const name of [
      'Run Extension (sample rooms)',
      'Run Extension',
      'Debug Integration Tests',
      'Debug Unit Tests',
    ])
      assert.ok(names.includes(name), name);
  });

  it('runs tasks and scripts that there are', () => {
    const labels = tasks.map(({ label }) => label);
    for (const { name, preLaunchTask } of configurations)
      if (preLaunchTask !== undefined) assert.ok(labels.includes(preLaunchTask), name);
    for (const { label, type, script, dependsOn } of tasks) {
      if (type === 'npm') assert.ok(Object.hasOwn(scripts, script ?? ''), label);
      if (dependsOn !== undefined) assert.ok(labels.includes(dependsOn), label);
    }
  });

  it('finds the tests where they are built', () => {
    const { args = [] } = configurations.find(({ name }) => name === 'Debug Integration Tests') ?? {};
    const built = args.find((arg) => arg.startsWith('--extensionTestsPath=')) ?? '';
    assert.match(built, /\/out\/test\/integration\/index\.js$/);
    assert.match(read('test/build.ts'), /join\(root, 'out', 'test'\)/);
  });

  it('finds a failure of the build in what esbuild prints', async () => {
    const location = { file: 'src/extension.ts', line: 12, column: 3, lineText: 'const x = ;' };
    const [printed = ''] = await formatMessages([{ text: 'Unexpected ";"', location }], { kind: 'error' });
    for (const label of ['build', 'watch']) {
      const { problemMatcher } = tasks.find((task) => task.label === label) ?? assert.fail(label);
      const pattern = Array.isArray(problemMatcher) ? [] : [problemMatcher.pattern ?? []].flat();
      const lines = printed.split('\n');
      assert.equal(pattern.length, 3);
      for (const [place, { regexp }] of pattern.entries())
        assert.match(lines[place] ?? '?', new RegExp(regexp));
      assert.deepEqual(new RegExp(pattern[2]?.regexp ?? '').exec(lines[2] ?? '')?.slice(1), [
        'src/extension.ts',
        '12',
        '3',
      ]);
    }
  });
});
