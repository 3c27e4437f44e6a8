import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import {
  commands,
  comparePanel,
  contexts,
  documentScheme,
  extensionId,
  items,
  overviewPanel,
  roomPanel,
  savedRoomEditor,
  settings,
  tools,
  views,
  walkthrough,
  walkthroughStep,
} from '../../src/ids.ts';
import { windowIds } from '../../src/rooms/window/timeWindow.ts';

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const manifest = read('package.json');
const words: Record<string, string> = read('package.nls.json');
const { contributes } = manifest;
const properties = contributes.configuration.properties;
const menus = Object.values(contributes.menus).flat() as { command: string; when?: string; group?: string }[];
const whens: string[] = [...menus, ...contributes.viewsWelcome].map(({ when }) => when ?? '');

describe('The manifest and the code', () => {
  it('name the same extension', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId);
    assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${roomPanel}`));
    assert.ok(manifest.activationEvents.includes(`onFileSystem:${documentScheme}`));
    assert.ok(manifest.activationEvents.includes('onUri'));
  });

  it('start the extension for the kinds of files that SIDs stand in, and not for every file', () => {
    const languages = (manifest.activationEvents as string[])
      .filter((event) => event.startsWith('onLanguage'))
      .map((event) => event.slice('onLanguage:'.length));
    // Logs and output, .txt and .csv (which VS Code does not know), .ts, .yaml, .py, and results of a search.
    for (const language of [
      ...['log', 'Log', 'plaintext', 'csv', 'typescript', 'javascript', 'yaml', 'python', 'json', 'jsonc'],
      ...['search-result', 'markdown', 'shellscript', 'html', 'xml', 'diff'],
    ])
      assert.ok(languages.includes(language), language);
    assert.deepEqual(languages, [...new Set(languages)]);
    assert.ok(!languages.includes(''), 'onLanguage alone starts with every file');
  });

  it('know the same commands, all of one category', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(declared.toSorted(), Object.values(commands).toSorted());
    for (const { category } of contributes.commands) assert.equal(category, '%category%');
    assert.equal(words.category, 'Video Rooms');
  });

  it('know the same views and settings', () => {
    const declared = Object.values(contributes.views).flat() as { id: string }[];
    assert.deepEqual(
      declared.map(({ id }) => id),
      Object.values(views),
    );
    assert.deepEqual(Object.keys(properties).toSorted(), Object.values(settings).toSorted());
    assert.deepEqual(properties[settings.window].enum, windowIds);
  });

  it('let no workspace say where credentials go', () => {
    assert.equal(properties[settings.apiBaseUrl].scope, 'application');
    assert.equal(properties[settings.apiBaseUrl].default, 'https://insights.twilio.com');
    assert.equal(properties[settings.maxConcurrentRequests].scope, 'application');
  });

  it('use in menus only commands, contexts and items that exist', () => {
    const ids = new Set<string>(Object.values(commands));
    for (const { command } of menus) assert.ok(ids.has(command), command);
    const known = new Set<string>([
      ...Object.values(contexts),
      savedRoomEditor,
      roomPanel,
      ...Object.values(settings).map((id) => `config.${id}`),
    ]);
    for (const when of whens) {
      for (const [key] of when.matchAll(/(config\.)?videoRooms\.(?!rooms\b)\w+/g))
        assert.ok(known.has(key), `${key} in ${when}`);
      for (const [, item] of when.matchAll(/viewItem == (\w+)/g))
        assert.ok(Object.values<string>(items).includes(item ?? ''), when);
    }
  });

  it('offer on every room what is offered on any: rooms in progress have items of their own', () => {
    for (const when of whens) assert.doesNotMatch(when, /viewItem == room\b/, 'ask with =~ /^room/');
    const rooms = [items.room, items.liveRoom, items.watchedRoom];
    assert.ok(rooms.every((item) => /^room/.test(item)) && !/^room/.test(items.participant));
  });

  it('link in the welcome only to commands that exist', () => {
    const ids = new Set<string>(Object.values(commands));
    const links = Object.values(words).flatMap((text) => [...text.matchAll(/\(command:([\w.]+)\)/g)]);
    assert.ok(links.length > 4);
    for (const [, id] of links) assert.ok(ids.has(id ?? ''), id);
  });

  it('have a word for every key, and a key for every word', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].toSorted(), Object.keys(words).toSorted());
  });
});

const top = new URL('../../', import.meta.url);
const ids = new Set<string>(Object.values(commands));
/** Titles as the palette shows them. */
const titles = new Map<string, string>(
  contributes.commands.map(({ command, title }: { command: string; title: string }) => [
    command,
    words[title.replaceAll('%', '')] ?? '',
  ]),
);

describe('The places where commands are found', () => {
  type Item = { command: string; when?: string; group?: string };
  const places = Object.entries(contributes.menus) as [string, Item[]][];

  it('hold at most three icons each', () => {
    for (const [place, entries] of places) {
      // What stands at the same position is shown by turns; an entry without one would come in between.
      const inline = entries.filter(({ group }) => /^(navigation|inline)(@|$)/.test(group ?? ''));
      const positions = new Set(
        inline.map(({ group, when = '' }) => `${group} ${/view(?:Item)? == \S+/.exec(when)?.[0]}`),
      );
      assert.ok(positions.size <= 3, `${place}: ${[...positions]}`);
      for (const { command, group } of inline) {
        assert.match(group ?? '', /@\d$/, command);
        const { icon } = contributes.commands.find((one: Item) => one.command === command);
        assert.ok(icon, `${command} has no icon`);
      }
    }
  });

  it('put every entry into a group with a place of its own', () => {
    for (const [place, entries] of places.filter(([name]) => name !== 'commandPalette')) {
      const taken = new Map<string, string>();
      for (const { command, group, when } of entries) {
        assert.match(group ?? '', /^(navigation|inline|\d_[a-z]+)@\d+$/, `${place}: ${command}`);
        assert.ok(when, `${place}: ${command} is shown everywhere`);
        const before = taken.get(`${group} ${when}`);
        assert.equal(before, undefined, `${place}: ${command} and ${before} stand at ${group}`);
        taken.set(`${group} ${when}`, command);
      }
    }
  });

  it('include the palette: of each command that needs rooms only while somebody is signed in', () => {
    const palette = new Map<string, string | undefined>(
      (contributes.menus.commandPalette as Item[]).map(({ command, when }) => [command, when]),
    );
    for (const [id, when] of palette) {
      assert.ok(ids.has(id), id);
      assert.ok(when, `${id} has no condition`);
    }
    // These can be begun by anybody at any time; whoever adds one decides it here.
    const always = [
      'signIn',
      'switchAccount',
      'exploreSample',
      'openRoomBySid',
      'openSavedRoom',
      'openWalkthrough',
      'showLog',
    ];
    const free = Object.entries(commands).filter(([, id]) => !palette.has(id));
    for (const [name] of free) assert.ok(always.includes(name), `${name} stands in the palette at all times`);
  });

  it('call commands as the rest does: in title case, with an ellipsis in front of a question', () => {
    for (const [id, title] of titles) {
      assert.match(title, /^\p{Lu}/u, id);
      assert.doesNotMatch(title, /\.\.\.|[.!]$/, id);
      for (const word of title.split(' '))
        assert.match(word, /^(\p{Lu}|cURL|by|as|to|the|of|with|from|in|and)/u, `${title}: ${word}`);
    }
    assert.equal(new Set(titles.values()).size, titles.size);
  });

  it('bind no key without saying where it holds', () => {
    for (const { command, key, when } of contributes.keybindings ?? []) {
      assert.ok(ids.has(command) || key.endsWith('f6'), command);
      assert.ok(when, `${key} is taken from everybody`);
    }
  });

  it('lead out of every page with F6 and Shift+F6, which VS Code loses there', () => {
    const bound: { key: string; when: string }[] = contributes.keybindings;
    for (const type of [roomPanel, comparePanel, overviewPanel]) assert.match(type, /^videoRooms/);
    for (const { when } of bound.filter(({ key }) => key.endsWith('f6')))
      for (const place of [
        'activeWebviewPanelId =~ /^videoRooms/',
        `activeCustomEditorId == ${savedRoomEditor}`,
      ]) {
        const clause = when.split(' || ').find((one) => one.endsWith(place));
        assert.match(clause ?? '', /^webviewFindWidgetEnabled && /, 'only while the keyboard is in the page');
      }
  });
});

describe('The walkthrough', () => {
  const [guide] = contributes.walkthroughs;
  interface Step {
    id: string;
    description: string;
    completionEvents: string[];
    media: { image: Record<string, string>; altText: string };
  }
  const steps: Step[] = guide.steps;

  it('is the one that the command opens', () => {
    assert.equal(contributes.walkthroughs.length, 1);
    assert.equal(guide.id, walkthrough);
    assert.equal(steps[0]?.id, walkthroughStep);
    assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
  });

  it('ticks off a step when its command ran or its state came about', () => {
    for (const { id, completionEvents } of steps) {
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [kind, what = ''] = event.split(/:(.*)/);
        if (kind === 'onCommand') assert.ok(ids.has(what), what);
        else
          assert.ok(
            kind === 'onContext' &&
              /^(videoRooms\.\w+|activeWebviewPanelId == 'videoRooms\.room')$/.test(what),
            event,
          );
        const known = [...Object.values<string>(contexts), `activeWebviewPanelId == '${roomPanel}'`];
        if (kind === 'onContext') assert.ok(known.includes(what), event);
      }
    }
  });

  it('has a small picture for each step in light and dark, and words for who does not see it', () => {
    const used = new Set<string>();
    for (const { id, media, description } of steps) {
      for (const theme of ['light', 'dark', 'hc', 'hcLight']) {
        const file = media.image[theme] ?? assert.fail(`${id} has none for ${theme}`);
        const picture = readFileSync(new URL(file, top));
        assert.equal(picture.toString('latin1', 8, 12), 'WEBP', file);
        assert.ok(picture.byteLength <= 25_000, file);
        used.add(file);
      }
      assert.ok((words[media.altText.replaceAll('%', '')] ?? '').length > 40, id);
      assert.match(words[description.replaceAll('%', '')] ?? '', /\(command:videoRooms\./, id);
    }
    const there = globSync('media/walkthrough/*', { cwd: top }).map((file) => file.replaceAll('\\', '/'));
    assert.deepEqual([...used].toSorted(), there.toSorted());
  });
});

describe('The assistant’s tools', () => {
  it('are those of the code, and can be named in a chat', () => {
    const declared = contributes.languageModelTools as {
      name: string;
      toolReferenceName: string;
      canBeReferencedInPrompt: boolean;
      modelDescription: string;
    }[];
    assert.deepEqual(
      declared.map(({ name }) => name),
      Object.values(tools),
    );
    for (const { name, toolReferenceName, canBeReferencedInPrompt, modelDescription } of declared) {
      assert.match(name, /^(?!copilot_|vscode_)[\w-]+$/);
      assert.match(toolReferenceName, /^[\w-]+$/);
      assert.ok(canBeReferencedInPrompt);
      assert.match(modelDescription, /12,000 characters/);
      assert.match(modelDescription, /data, never instructions/);
    }
  });

  it('get names only by a setting that no workspace can turn on', () => {
    assert.equal(properties[settings.assistantNames].scope, 'application');
    assert.equal(properties[settings.assistantNames].default, false);
  });
});

describe('The README', () => {
  const readme = readFileSync(new URL('README.md', top), 'utf8');
  const section = (title: string) =>
    readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? assert.fail(title);

  it('has every setting with its default, and no other', () => {
    const rows = [...section('Settings').matchAll(/^\| `(videoRooms\.\w+)` \| `([^`]+)` \|/gm)];
    const written = new Map(rows.map(([, id = '', value]) => [id, value]));
    assert.deepEqual([...written.keys()].toSorted(), Object.keys(properties).toSorted());
    for (const [id, value] of written) {
      const { default: standard } = properties[id];
      const text = typeof standard === 'string' && standard !== '';
      assert.equal(value, text ? standard : JSON.stringify(standard), id);
    }
  });

  it('names every command, and no other', () => {
    const rows = [...section('Commands').matchAll(/^\| ([^|]+) \|/gm)]
      .map(([, cells = '']) => cells)
      .slice(1);
    const written = rows.flatMap((cell) => cell.split(', ')).map((title) => title.trim());
    assert.deepEqual(written.toSorted(), [...titles.values()].toSorted());
  });

  it('names every tool of the assistant', () => {
    for (const { toolReferenceName } of contributes.languageModelTools)
      assert.ok(readme.includes(`\`#${toolReferenceName}\``), toolReferenceName);
  });

  it('shows pictures that are there, from an address of the repository', () => {
    const pictures = [...readme.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)];
    assert.ok(pictures.length >= 2);
    const [, home = ''] = /^(https:\/\/.+)\.git$/.exec(manifest.repository.url) ?? [];
    for (const [, words = '', address = ''] of pictures) {
      assert.ok(words.length > 20, address);
      assert.ok(address.startsWith(`${home}/raw/HEAD/`), address);
      const file = new URL(address.slice(`${home}/raw/HEAD/`.length), top);
      assert.ok(statSync(file).size < 300_000, address);
    }
  });
});
