import * as vscode from 'vscode';

/** A flat file system in memory; stands for a remote or virtual workspace. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  /** Called before each write and rename with its target; may throw or return a promise. */
  before: (path: string, kind: 'write' | 'rename') => void | Promise<void> = () => {};
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return { dispose() {} };
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const type = path === '/' ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: path === '/' ? 0 : this.#read(path).byteLength };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    return this.#read(path);
  }

  async writeFile({ path }: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.before(path, 'write');
    this.files.set(path, content);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await this.before(to.path, 'rename');
    this.files.set(to.path, this.#read(from.path));
    this.files.delete(from.path);
  }

  delete({ path }: vscode.Uri): void {
    this.#read(path);
    this.files.delete(path);
  }

  createDirectory(): void {}

  #read(path: string): Uint8Array {
    const content = this.files.get(path);
    if (!content) throw vscode.FileSystemError.FileNotFound(path);
    return content;
  }
}
