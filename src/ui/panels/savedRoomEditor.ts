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

/** An editor that shows a file, and what draws its page. */
interface Shown {
  readonly file: SavedRoomDocument;
  readonly watching: Disposable;
  readonly page?: Disposable;
}

/**
 * The saved rooms that are open: each file in the editor that shows it as the
 * panel shows a room, without network or account.
 */
export class SavedRoomEditor implements CustomReadonlyEditorProvider<SavedRoomDocument>, Disposable {
  readonly #deps: Omit<PanelDependencies, 'store'>;
  readonly #open = new Map<WebviewPanel, Shown>();
  /** The latest reading of each file, by its address: an earlier one that comes late is not shown. */
  readonly #reading = new Map<string, Promise<void>>();

  constructor(tools: Omit<PanelDependencies, 'store'>) {
    this.#deps = tools;
  }

  /** The saved room that the person is looking at. */
  get active(): SavedRoomDocument | undefined {
    const file = [...this.#open].find(([panel]) => panel.active)?.[1].file;
    return file?.saved && file;
  }

  /** All that are open, each once. */
  get all(): readonly SavedRoomDocument[] {
    const files = new Set([...this.#open.values()].map(({ file }) => file));
    return [...files].filter(({ saved }) => saved !== undefined);
  }

  async openCustomDocument(uri: Uri): Promise<SavedRoomDocument> {
    const { SavedRoomDocument } = await import('../documents/savedRoomDocument.ts');
    return SavedRoomDocument.open(uri);
  }

  /** A further editor on a file gets the document that VS Code has; what was read since is shown in its place. */
  async resolveCustomEditor(document: SavedRoomDocument, panel: WebviewPanel): Promise<void> {
    const [latest] = this.#shownOf(document.uri);
    const file = latest?.[1].file ?? document;
    const watching = this.#watch(file.uri);
    this.#open.set(panel, { file, watching });
    panel.onDidDispose(() => {
      watching.dispose();
      this.#open.delete(panel);
    });
    await this.#show(panel, file);
  }

  /** Shows a file anew where it is open: it was written again. Resolves when the latest reading of it is shown. */
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

  /** Lets go of the editors without closing them. */
  dispose(): void {
    for (const { page, watching } of this.#open.values()) {
      watching.dispose();
      page?.dispose();
    }
  }

  async #readAgain(uri: Uri, isLatest: () => boolean): Promise<void> {
    if (this.#shownOf(uri).length === 0) return;
    const file = await this.openCustomDocument(uri);
    if (isLatest()) await Promise.all(this.#shownOf(uri).map(([panel]) => this.#show(panel, file)));
  }

  /** The editors that show a file. */
  #shownOf(uri: Uri): [WebviewPanel, Shown][] {
    const address = uri.toString();
    return [...this.#open].filter(([, { file }]) => file.uri.toString() === address);
  }

  async #show(panel: WebviewPanel, file: SavedRoomDocument): Promise<void> {
    const [{ RoomPanel }, { CallCache }, { clockAt }] = await Promise.all([
      import('./roomPanel.ts'),
      import('../../rooms/visible/callCache.ts'),
      import('../../pages/room/savedRoomView.ts'),
    ]);
    const before = this.#open.get(panel);
    if (!before) return; // Closed while the code was loaded.
    before.page?.dispose();
    const { presentation } = this.#deps;
    const savedAt = file.saved?.savedAt ?? 0;
    const calls = new CallCache(file.store, () => clockAt(savedAt, presentation.format));
    const page = new RoomPanel(panel, { ...this.#deps, store: file.store }, calls, file.key, { file });
    this.#open.set(panel, { ...before, file, page });
  }

  #watch(uri: Uri): Disposable {
    // The folder and not the file, whose name may hold what means something in a pattern.
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), '*'));
    const address = uri.toString();
    const follow = (changed: Uri) => {
      if (changed.toString() === address) this.reload(uri).catch(this.#deps.report);
    };
    watcher.onDidCreate(follow);
    watcher.onDidChange(follow);
    return watcher;
  }
}
