import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  type FileType,
  type Uri,
} from 'vscode';
import type { RoomFileSystem } from '../documents/roomFileSystem.ts';

/**
 * File system of the read-only documents, registered at startup; the real one is loaded with the first
 * document.
 */
export class LazyFileSystem implements FileSystemProvider, Disposable {
  readonly #load: () => Promise<RoomFileSystem>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(load: () => Promise<RoomFileSystem>) {
    this.#load = load;
  }

  /** Forwards change events of the real file system to VS Code. */
  forwardEvents({ onDidChangeFile }: Pick<RoomFileSystem, 'onDidChangeFile'>): void {
    onDidChangeFile((changes) => this.#changed.fire(changes));
  }

  watch(): Disposable {
    return { dispose() {} };
  }

  async stat(uri: Uri): Promise<FileStat> {
    return (await this.#load()).stat(uri);
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.#load()).readFile(uri);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(): void {
    throw FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw FileSystemError.NoPermissions();
  }

  delete(): void {
    throw FileSystemError.NoPermissions();
  }

  rename(): void {
    throw FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
