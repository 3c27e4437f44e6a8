import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { RoomTreeProvider } from '../tree/roomTreeProvider.ts';
import type { RoomTreeNode } from '../tree/treeNodes.ts';

/** Tree of the view, registered at startup; the real one is loaded when the view is visible. */
export class LazyTree implements TreeDataProvider<RoomTreeNode>, Disposable {
  readonly #load: () => Promise<RoomTreeProvider>;
  readonly #changed = new EventEmitter<RoomTreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(load: () => Promise<RoomTreeProvider>) {
    this.#load = load;
  }

  /** Forwards change events of the real tree to VS Code. */
  forwardEvents({ onDidChangeTreeData }: Pick<RoomTreeProvider, 'onDidChangeTreeData'>): void {
    onDidChangeTreeData((nodes) => this.#changed.fire(nodes));
  }

  async getChildren(node?: RoomTreeNode): Promise<RoomTreeNode[]> {
    return (await this.#load()).getChildren(node);
  }

  async getTreeItem(node: RoomTreeNode): Promise<TreeItem> {
    return (await this.#load()).getTreeItem(node);
  }

  async resolveTreeItem(item: TreeItem, node: RoomTreeNode): Promise<TreeItem> {
    return (await this.#load()).resolveTreeItem(item, node);
  }

  async getParent(node: RoomTreeNode): Promise<RoomTreeNode | undefined> {
    return (await this.#load()).getParent(node);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
