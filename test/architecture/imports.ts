import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One import of one file under `src/`. */
export interface Import {
  /** The importing file, as a path below `src/`. */
  readonly from: string;
  /** What it imports: a path below `src/`, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
  /** Loaded when it is needed, with `import()`. */
  readonly lazy: boolean;
}

/** Sources and style sheets, other than packages. */
const ownFile = /\.(tsx?|css)$/;

const src = new URL('../../src/', import.meta.url).pathname;

/** Every import under `src/`. */
export function readImports(): Import[] {
  return globSync('**/*.{ts,tsx}', { cwd: src }).flatMap((file) =>
    importsIn(file.replaceAll('\\', '/'), readFileSync(join(src, file), 'utf8')),
  );
}

/** The imports of one file, also those of types (`import('…').X`) and those that load later (`import('…')`). */
export function importsIn(from: string, text: string): Import[] {
  const { module } = parseSync(from, text);
  const found = module.staticImports.map(({ moduleRequest, entries }) => ({
    to: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    lazy: false,
  }));
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ to: moduleRequest.value, typeOnly: isType, lazy: false }] : [],
    ),
  );
  const loaded = [...text.matchAll(/import\('([^']+)'\)/g)].map(([, to = '']) => ({
    to,
    typeOnly: false,
    lazy: true,
  }));
  return [...found, ...exported, ...loaded].map((one) => ({ ...one, from, to: resolved(from, one.to) }));
}

function resolved(from: string, to: string): string {
  return to.startsWith('.') ? normalize(join(dirname(from), to)).replaceAll('\\', '/') : to;
}

/** The folder of a file; a file right under `src/` is its own. */
export function folderOf(file: string): string {
  const folder = dirname(file);
  return folder === '.' ? file : folder;
}

/**
 * The imports between folders that a table does not allow, as "from → to".
 * @param allowed for each folder, those that it may import
 */
export function forbiddenImports(
  imports: readonly Import[],
  allowed: Readonly<Record<string, readonly string[]>>,
): string[] {
  return imports
    .filter(({ to }) => ownFile.test(to))
    .filter(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      return own !== other && !allowed[own]?.includes(other);
    })
    .map(({ from, to }) => `${from} → ${to}`);
}

/** Imports of packages by folders that do not have them in their list, as "from → package". */
export function forbiddenPackages(
  imports: readonly Import[],
  allowed: Readonly<Record<string, readonly string[]>>,
): string[] {
  return imports
    .filter(({ to }) => !ownFile.test(to) && !to.startsWith('node:'))
    .filter(({ from, to }) => {
      const name = Object.keys(allowed).find((one) => to === one || to.startsWith(`${one}/`));
      const folders = name === undefined ? [] : (allowed[name] ?? []);
      return !folders.some((folder) => from === folder || from.startsWith(`${folder}/`));
    })
    .map(({ from, to }) => `${from} → ${to}`);
}

/**
 * Groups of nodes that reach themselves through others (Tarjan's algorithm), each in alphabetical order.
 * @param edges pairs of a node and another one that it points to
 */
export function cyclesIn(edges: readonly (readonly [from: string, to: string])[]): string[][] {
  const targets = Map.groupBy(edges, ([from]) => from);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string): void => {
    const own = order.size;
    order.set(node, own);
    lowest.set(node, own);
    stack.push(node);
    for (const [, target] of targets.get(node) ?? []) {
      if (!order.has(target)) visit(target);
      if (!stack.includes(target)) continue;
      lowest.set(node, Math.min(lowest.get(node) ?? own, lowest.get(target) ?? own));
    }
    if (lowest.get(node) !== own) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) cycles.push(group.sort());
  };
  for (const node of targets.keys()) if (!order.has(node)) visit(node);
  return cycles;
}
