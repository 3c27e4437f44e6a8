import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Paths of the files below a folder that match a pattern, with `/` between their parts. */
export function filesIn(folder: string, pattern: string): string[] {
  return globSync(pattern, { cwd: join(root, folder) })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/**
 * The tests without a subject. The subject of `rooms/store/roomTable.test.ts` is the module `rooms/store/roomTable`,
 * that of `rooms/store.test.ts` the folder `rooms/store`. Tests outside of any folder are about the whole project.
 * @param tests paths below the folder of the tests
 * @param sources paths of the modules below the folder of the source
 */
export function testsWithoutSubject(tests: readonly string[], sources: readonly string[]): string[] {
  const subjects = new Set(sources.map((source) => source.replace(/\.tsx?$/, '')));
  for (const source of sources)
    for (let folder = dirname(source); folder !== '.'; folder = dirname(folder)) subjects.add(folder);
  return tests.filter((test) => test.includes('/') && !subjects.has(test.replace(/\.test\.ts$/, '')));
}

/** The folders that hold more files than a limit, without those of their subfolders. */
export function crowdedFolders(files: readonly string[], maxFiles: number): string[] {
  const folders = Map.groupBy(files, (file) => dirname(file));
  return [...folders].filter(([, own]) => own.length > maxFiles).map(([folder]) => folder);
}

/** The files of the source that have more lines than a limit, as "path: lines". */
export function longFiles(files: readonly string[], maxLines: number): string[] {
  return files
    .map((file) => [file, lineCount(readFileSync(join(root, 'src', file), 'utf8'))] as const)
    .filter(([, lines]) => lines > maxLines)
    .map(([file, lines]) => `${file}: ${lines}`);
}

/** The lines of a text; a line break at its end begins no further line. */
export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
