import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.ts';

/** The failures that the extension's log holds so far, in their order: what follows "[error]". */
export function loggedErrors(stage: Stage): string[] {
  return logged(stage, 'error');
}

/** The lines of a level that the extension's log holds so far, in their order. */
export function logged({ dataDir }: Stage, level: 'error' | 'warning'): string[] {
  const [file] = globSync('data/logs/*/exthost*/*video-rooms*/*.log', { cwd: dataDir });
  if (file === undefined) return [];
  const lines = readFileSync(join(dataDir, file), 'utf8').split('\n');
  return lines.flatMap((line) => new RegExp(` \\[${level}\\] (.*)`).exec(line)?.[1] ?? []);
}
