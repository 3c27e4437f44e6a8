import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The size of an entry file and of all files that it imports, directly or indirectly. */
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

/** The modules that a file built by esbuild loads at its start; later loads are inside functions. */
export function staticImports(code: string): string[] {
  const imports = /(?:^|[;,=\s])require\(["'](\.[^"']+\.cjs)["']\)/g;
  return [...code.matchAll(imports)].flatMap(([, path]) => path ?? []);
}
