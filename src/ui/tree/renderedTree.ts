import { explainFailure } from '../../text/explainFailure.ts';
import type { ExpandedRooms } from './expandedRooms.ts';
import type { ItemFactory } from './itemFactory.ts';
import { isLeaf, itemSignature } from './itemSignature.ts';
import type { RoomGroups } from './roomGroups.ts';
import type { RoomRows } from './roomRows.ts';
import type { GroupNode, RoomNode, RoomTreeNode } from './treeNodes.ts';

/** If more rows than this have changed, the whole group is rendered again: each single row has a cost. */
const maxRows = 20;

/** The part of the tree to render again: all of it, or these nodes and their children. */
export type TreeChange = 'all' | readonly RoomTreeNode[];

export interface Dependencies {
  /** The current root nodes. */
  readonly roots: () => readonly RoomTreeNode[];
  readonly grouped: Pick<RoomGroups, 'within'>;
  readonly items: ItemFactory;
  readonly rows: RoomRows;
  readonly expanded: ExpandedRooms;
}

interface RenderedRoot {
  readonly node: RoomTreeNode;
  readonly signature: string;
  /** Empty groups cannot be expanded. */
  readonly leaf: boolean;
}

interface RenderedGroup {
  readonly nodes: readonly RoomTreeNode[];
  /** True if VS Code will request the group again when it is visible. */
  readonly invalidated?: true;
}

/**
 * The tree as VS Code has rendered it, so that only changed nodes are invalidated. VS Code retains memory for
 * every row it ever got, and each render takes the focus from a menu or a prompt. Only rendered rows are
 * compared, however many rooms there are.
 */
export class RenderedTree {
  readonly #deps: Dependencies;
  #roots: readonly RenderedRoot[] = [];
  readonly #groups = new Map<GroupNode, RenderedGroup>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** True while VS Code shows no row and would get none. */
  get isEmpty(): boolean {
    return this.#roots.length === 0 && this.#deps.roots().length === 0;
  }

  /** Records the roots that VS Code gets. */
  recordRoots(roots: readonly RoomTreeNode[]): void {
    this.#roots = roots.map((node) => this.#renderedRoot(node));
  }

  /** Records the rows of a group that VS Code gets. */
  recordGroup(group: GroupNode, nodes: readonly RoomTreeNode[]): void {
    const current = new Set(nodes);
    for (const node of roomsOf(this.#groups.get(group))) if (!current.has(node)) this.#drop(node);
    this.#groups.set(group, { nodes });
  }

  /** The nodes that differ from the rendered ones. */
  changes(): TreeChange {
    const roots = this.#deps.roots().map((node) => this.#renderedRoot(node));
    if (!haveSameLayout(this.#roots, roots)) return 'all';
    const groups = roots.flatMap(({ node }) => (node.kind === 'group' ? [node] : []));
    // A room may move to another group: if the groups were rendered one by one, it would lose its selection.
    if (groups.some((group) => this.#hasOtherRows(group))) return 'all';
    return roots.flatMap(({ node, signature }, index) =>
      node.kind === 'group' ? this.#changesIn(node, signature !== this.#roots[index]?.signature) : [],
    );
  }

  /**
   * The change that one room causes: its row, or its group, which shows the number of rooms with problems.
   */
  changeOf(node: RoomNode): TreeChange {
    const rowChanged = this.#rowChanged(node);
    const root = this.#roots.find((one) => one.node === node.group);
    // Also where the row itself will be rendered anyway, or never was: it counts in its group.
    if (root && root.signature !== this.#renderedRoot(node.group).signature) return [node.group];
    return rowChanged ? [node] : [];
  }

  /** Replaces many nodes by their groups, see `maxRows`. */
  batched(nodes: readonly RoomNode[]): RoomTreeNode[] {
    return nodes.length > maxRows ? [...new Set(nodes.map(({ group }) => group))] : [...nodes];
  }

  /** Marks nodes as invalidated: VS Code will request the visible ones again. */
  markInvalidated(change: TreeChange): void {
    if (change === 'all') this.recordRoots(this.#deps.roots());
    const nodes = change === 'all' ? this.#groups.keys() : change;
    for (const node of nodes) {
      if (node.kind === 'group') this.#markGroup(node);
      else if (node.kind === 'room') this.#markRow(node);
    }
  }

  /** Clears the state after a switch of account. */
  clear(): void {
    this.#groups.clear();
    this.#deps.rows.forget();
    this.#deps.expanded.forget();
  }

  #hasOtherRows(group: GroupNode): boolean {
    const rendered = this.#groups.get(group);
    return (
      rendered !== undefined &&
      !rendered.invalidated &&
      !haveSameRows(rendered.nodes, this.#deps.grouped.within(group))
    );
  }

  #changesIn(group: GroupNode, signatureChanged: boolean): RoomTreeNode[] {
    if (signatureChanged) return [group];
    const rendered = this.#groups.get(group);
    if (!rendered || rendered.invalidated) return [];
    return this.batched(roomsOf(rendered).filter((node) => this.#rowChanged(node)));
  }

  #rowChanged(node: RoomNode): boolean {
    return this.#deps.rows.hasChanged(node) || this.#deps.expanded.hasChanged(node);
  }

  #markGroup(group: GroupNode): void {
    this.#roots = this.#roots.map((root) => (root.node === group ? this.#renderedRoot(group) : root));
    const rendered = this.#groups.get(group);
    if (!rendered) return;
    this.#groups.set(group, { ...rendered, invalidated: true });
    for (const node of roomsOf(rendered)) this.#markRow(node);
  }

  #markRow(node: RoomNode): void {
    this.#deps.rows.markInvalidated(node);
    this.#deps.expanded.markInvalidated(node);
  }

  #drop(node: RoomNode): void {
    this.#deps.rows.drop(node);
    this.#deps.expanded.markInvalidated(node);
  }

  #renderedRoot(node: RoomTreeNode): RenderedRoot {
    const item = this.#deps.items.create(node);
    const steps = node.kind === 'failure' ? explainFailure(node.error).steps : [];
    return { node, signature: [itemSignature(item), ...steps].join(), leaf: isLeaf(item) };
  }
}

/** Whether the same groups are at the same indexes, and the other roots look the same. */
function haveSameLayout(before: readonly RenderedRoot[], now: readonly RenderedRoot[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ node, signature, leaf }, index) => {
      const other = now[index];
      return node.kind === 'group'
        ? other?.node === node && other.leaf === leaf
        : other?.signature === signature;
    })
  );
}

/** Whether both lists have the same room nodes, and a "more" node with the same counts. */
function haveSameRows(before: readonly RoomTreeNode[], now: readonly RoomTreeNode[]): boolean {
  return (
    before.length === now.length &&
    before.every((node, index) => {
      const other = now[index];
      if (node.kind !== 'more') return node === other;
      return other?.kind === 'more' && other.shown === node.shown && other.total === node.total;
    })
  );
}

function roomsOf(group: RenderedGroup | undefined): RoomNode[] {
  return group?.nodes.filter((node) => node.kind === 'room') ?? [];
}
