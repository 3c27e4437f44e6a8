import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings as ids } from '../../src/ids.ts';
import { quietSettings, type Settings } from './settings.ts';

/** Environment variable that names the file into which the extension host writes where it takes settings. */
export const settingsPortVariable = 'TEST_SETTINGS_PORT_FILE';

/** Installs the extension that changes settings of a running window, beside the one that is tested. */
export async function installSettingsExtension(extensionsDir: string): Promise<void> {
  const relativeLocation = 'none.test-settings-1.0.0';
  const path = join(extensionsDir, relativeLocation);
  await cp(join(import.meta.dirname, 'settingsExtension'), path, { recursive: true });
  const list = join(extensionsDir, 'extensions.json');
  const installed = JSON.parse(await readFile(list, 'utf8')) as object[];
  const location = { $mid: 1, path, scheme: 'file' };
  installed.push({ identifier: { id: 'none.test-settings' }, version: '1.0.0', location, relativeLocation });
  await writeFile(list, JSON.stringify(installed));
}

/** What tests and users change, at its default. */
const defaults: Settings = {
  ...Object.fromEntries(Object.values(ids).map((name) => [name, quietSettings[name] ?? null])),
  'workbench.colorTheme': null,
};

/**
 * Changes user settings of a running window, and resolves when it goes by them.
 *
 * @param portFile what `settingsPortVariable` names
 * @throws Error when the window does not take them
 */
export async function changeSettings(portFile: string, settings: Settings): Promise<void> {
  if (!existsSync(portFile)) throw new Error('The window takes no settings.');
  const address = `http://127.0.0.1:${await readFile(portFile, 'utf8')}`;
  const reply = await fetch(address, { method: 'POST', body: JSON.stringify(settings) });
  if (!reply.ok) throw new Error(`The window did not take ${Object.keys(settings)}: ${await reply.text()}`);
}

/** Sets user settings of a running window, and the extension's others and the theme to their defaults. */
export function replaceSettings(portFile: string, settings: Settings): Promise<void> {
  return changeSettings(portFile, { ...defaults, ...settings });
}
