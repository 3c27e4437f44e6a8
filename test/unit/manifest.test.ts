import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  commands,
  contexts,
  documentScheme,
  extensionId,
  items,
  roomPanel,
  settings,
  views,
} from '../../src/ids.ts';
import { windowIds } from '../../src/rooms/timeWindow.ts';

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
      ...Object.values(settings).map((id) => `config.${id}`),
    ]);
    for (const when of whens) {
      for (const [key] of when.matchAll(/(config\.)?videoRooms\.(?!rooms\b)\w+/g))
        assert.ok(known.has(key), `${key} in ${when}`);
      for (const [, item] of when.matchAll(/viewItem == (\w+)/g))
        assert.ok(Object.values<string>(items).includes(item ?? ''), when);
    }
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
