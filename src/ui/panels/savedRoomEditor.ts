import {
  type CustomReadonlyEditorProvider,
  type Disposable,
  RelativePattern,
  Uri,
  type WebviewPanel,
  workspace,
} from 'vscode';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import type { PanelDependencies } from './panelDependencies.ts';

/** The content of an open editor. */
interface Shown {
  readonly file: SavedRoomDocument;
  readonly watching: Disposable;
  readonly page?: Disposable;
}

/** Custom editor that shows saved rooms as the room panel does, without network or account. */
export class SavedRoomEditor implements CustomReadonlyEditorProvider<SavedRoomDocument>, Disposable {
  readonly #deps: Omit<PanelDependencies, 'store'>;
  readonly #open = new Map<WebviewPanel, Shown>();
  /** The latest read of each file, by URI: results of earlier reads are dropped. */
  readonly #reading = new Map<string, Promise<void>>();

  constructor(deps: Omit<PanelDependencies, 'store'>) {
    this.#deps = deps;
  }

  /** The saved room in the active editor. */
  get active(): SavedRoomDocument | undefined {
    const file = [...this.#open].find(([panel]) => panel.active)?.[1].file;
    return file?.saved && file;
  }

  /** All open saved rooms, without duplicates. */
  get all(): readonly SavedRoomDocument[] {
    const files = new Set([...this.#open.values()].map(({ file }) => file));
    return [...files].filter(({ saved }) => saved !== undefined);
  }

  async openCustomDocument(uri: Uri): Promise<SavedRoomDocument> {
    const { SavedRoomDocument } = await import('../documents/savedRoomDocument.ts');
    return SavedRoomDocument.open(uri);
  }

  /**
   * VS Code passes its cached document to a second editor of a file; a later read of the file replaces it.
   */
  async resolveCustomEditor(document: SavedRoomDocument, panel: WebviewPanel): Promise<void> {
    const [latest] = this.#editorsOf(document.uri);
    const file = latest?.[1].file ?? document;
    const watching = this.#watch(file.uri);
    this.#open.set(panel, { file, watching });
    panel.onDidDispose(() => {
      watching.dispose();
      this.#open.delete(panel);
    });
    await this.#show(panel, file);
  }

  /** Reads a changed file again and updates its open editors. Resolves when they show the latest read. */
  reload(uri: Uri): Promise<void> {
    const address = uri.toString();
    const isLatest = () => this.#reading.get(address) === reading;
    const reading: Promise<void> = this.#readAgain(uri, isLatest).then(() => {
      if (!isLatest()) return this.#reading.get(address);
      this.#reading.delete(address);
      return undefined;
    });
    this.#reading.set(address, reading);
    return reading;
  }

  /** Disposes of the pages without closing the editors. */
  dispose(): void {
    for (const { page, watching } of this.#open.values()) {
      watching.dispose();
      page?.dispose();
    }
  }

  async #readAgain(uri: Uri, isLatest: () => boolean): Promise<void> {
    if (this.#editorsOf(uri).length === 0) return;
    const file = await this.openCustomDocument(uri);
    if (isLatest()) await Promise.all(this.#editorsOf(uri).map(([panel]) => this.#show(panel, file)));
  }

  /** The editors that show a file. */
  #editorsOf(uri: Uri): [WebviewPanel, Shown][] {
    const address = uri.toString();
    return [...this.#open].filter(([, { file }]) => file.uri.toString() === address);
  }

  async #show(panel: WebviewPanel, file: SavedRoomDocument): Promise<void> {
    const [{ RoomPanel }, { CallCache }] = await Promise.all([
      import('./roomPanel.ts'),
      import('../../rooms/visible/callCache.ts'),
    ]);
    const before = this.#open.get(panel);
    if (!before) return; // Closed while the code was loaded.
    before.page?.dispose();
    const { formatSettings } = this.#deps;
    const savedAt = file.saved?.savedAt ?? 0;
    const calls = new CallCache(file.store, () => formatSettings.format.asOf(savedAt));
    const page = new RoomPanel(panel, { ...this.#deps, store: file.store }, calls, file.key, { file });
    this.#open.set(panel, { ...before, file, page });
  }

  #watch(uri: Uri): Disposable {
    // Watches the folder, because the file's name may contain characters that have a meaning in a glob.
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), '*'));
    const address = uri.toString();
    const follow = (changed: Uri) => {
      if (changed.toString() === address) this.reload(uri).catch(this.#deps.logError);
    };
    watcher.onDidCreate(follow);
    watcher.onDidChange(follow);
    return watcher;
  }
}
