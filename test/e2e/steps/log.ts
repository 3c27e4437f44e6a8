import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.ts';

/** The failures that the extension has logged since the suite began, in their order: what follows "[error]". */
export function loggedErrors(stage: Stage): string[] {
  return logged(stage, 'error');
}

/** The lines of a level that the extension has logged since the suite began, in their order. */
export function logged(stage: Stage, level: 'error' | 'warning'): string[] {
  const lines = stage.log.split('\n');
  return lines.flatMap((line) => new RegExp(` \\[${level}\\] (.*)`).exec(line)?.[1] ?? []);
}

/** All that the extension has logged in a window; each reload of the window begins another file. */
export function extensionLog(dataDir: string): string {
  const files = globSync('data/logs/*/exthost*/*video-rooms*/*.log', { cwd: dataDir });
  const inOrder = files.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return inOrder.map((file) => readFileSync(join(dataDir, file), 'utf8')).join('');
}
