import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How much code is read before an entry runs: its own, and what it imports, directly or not. */
export async function filesAtStart(entry: string): Promise<{ files: number; bytes: number }> {
  const sizes = new Map<string, number>();
  const read = async (file: string): Promise<void> => {
    if (sizes.has(file)) return;
    sizes.set(file, 0);
    const code = await readFile(file);
    sizes.set(file, code.byteLength);
    for (const path of staticImports(code.toString())) await read(join(dirname(file), path));
  };
  await read(entry);
  return { files: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
}

/** What a file of ours loads at its beginning, as esbuild writes it; what is loaded later stands in a function. */
export function staticImports(code: string): string[] {
  const imports = /(?:^|[;,=\s])require\(["'](\.[^"']+\.cjs)["']\)/g;
  return [...code.matchAll(imports)].flatMap(([, path]) => path ?? []);
}
