import { explainFailure } from '../../text/explainFailure.ts';
import type { ExpandedRooms } from './expandedRooms.ts';
import type { ItemFactory } from './itemFactory.ts';
import { isLeaf, itemSignature } from './itemSignature.ts';
import type { RoomGroups } from './roomGroups.ts';
import type { RoomRows } from './roomRows.ts';
import type { GroupNode, RoomNode, RoomTreeNode } from './treeNodes.ts';

/** More rows than this are drawn again with their group: each alone has its price. */
const maxRows = 20;

/** What has to be drawn again: all of it, or these nodes and what stands below them. */
export type TreeChange = 'all' | readonly RoomTreeNode[];

export interface Dependencies {
  /** What stands at the top of the tree now. */
  readonly roots: () => readonly RoomTreeNode[];
  readonly grouped: Pick<RoomGroups, 'within'>;
  readonly items: ItemFactory;
  readonly rows: RoomRows;
  readonly expanded: ExpandedRooms;
}

interface RenderedRoot {
  readonly node: RoomTreeNode;
  readonly signature: string;
  /** Groups that hold nothing cannot be expanded. */
  readonly leaf: boolean;
}

interface RenderedGroup {
  readonly nodes: readonly RoomTreeNode[];
  /** Whether VS Code will ask for it anew where it is in sight: it was told to. */
  readonly invalidated?: true;
}

/**
 * What VS Code was given of the tree, so that it is told only of what looks
 * otherwise now. It keeps something of every row that it was ever given, and it
 * takes the keyboard back from a menu or a prompt with each redraw. Only the
 * rows that it was given are looked at, however many rooms there are.
 */
export class RenderedTree {
  readonly #deps: Dependencies;
  #roots: readonly RenderedRoot[] = [];
  readonly #groups = new Map<GroupNode, RenderedGroup>();

  constructor(parts: Dependencies) {
    this.#deps = parts;
  }

  /** Whether nothing was given, and nothing would be. */
  get isEmpty(): boolean {
    return this.#roots.length === 0 && this.#deps.roots().length === 0;
  }

  recordRoots(roots: readonly RoomTreeNode[]): void {
    this.#roots = roots.map((node) => this.#renderedRoot(node));
  }

  recordGroup(group: GroupNode, nodes: readonly RoomTreeNode[]): void {
    const given = new Set(nodes);
    for (const node of roomsOf(this.#groups.get(group))) if (!given.has(node)) this.#drop(node);
    this.#groups.set(group, { nodes });
  }

  /** What looks otherwise than it was given. */
  changes(): TreeChange {
    const roots = this.#deps.roots().map((node) => this.#renderedRoot(node));
    if (!haveSamePlaces(this.#roots, roots)) return 'all';
    const groups = roots.flatMap(({ node }) => (node.kind === 'group' ? [node] : []));
    // A room may go over to another group now or in a moment: drawn one by one, it would not be selected any more.
    if (groups.some((group) => this.#hasOtherRows(group))) return 'all';
    return roots.flatMap(({ node, signature }, place) =>
      node.kind === 'group' ? this.#changesIn(node, signature !== this.#roots[place]?.signature) : [],
    );
  }

  /** What has to be drawn again because of one room: its row, or the group, which counts rooms with problems. */
  changeOf(node: RoomNode): TreeChange {
    if (!this.#rowChanged(node)) return [];
    const root = this.#roots.find((one) => one.node === node.group);
    return root && root.signature !== this.#renderedRoot(node.group).signature ? [node.group] : [node];
  }

  /** Nodes as they are drawn again together. */
  batched(nodes: readonly RoomNode[]): RoomTreeNode[] {
    return nodes.length > maxRows ? [...new Set(nodes.map(({ group }) => group))] : [...nodes];
  }

  /** VS Code was told of differences: it will ask for what is in sight. */
  markInvalidated(differences: TreeChange): void {
    if (differences === 'all') this.recordRoots(this.#deps.roots());
    const nodes = differences === 'all' ? this.#groups.keys() : differences;
    for (const node of nodes) {
      if (node.kind === 'group') this.#markGroup(node);
      else if (node.kind === 'room') this.#markRow(node);
    }
  }

  /** Another account. */
  clear(): void {
    this.#groups.clear();
    this.#deps.rows.forget();
    this.#deps.expanded.forget();
  }

  #hasOtherRows(group: GroupNode): boolean {
    const given = this.#groups.get(group);
    return (
      given !== undefined && !given.invalidated && !areSame(given.nodes, this.#deps.grouped.within(group))
    );
  }

  #changesIn(group: GroupNode, looksOtherwise: boolean): RoomTreeNode[] {
    if (looksOtherwise) return [group];
    const given = this.#groups.get(group);
    if (!given || given.invalidated) return [];
    return this.batched(roomsOf(given).filter((node) => this.#rowChanged(node)));
  }

  #rowChanged(node: RoomNode): boolean {
    return this.#deps.rows.hasChanged(node) || this.#deps.expanded.hasChanged(node);
  }

  #markGroup(group: GroupNode): void {
    this.#roots = this.#roots.map((root) => (root.node === group ? this.#renderedRoot(group) : root));
    const given = this.#groups.get(group);
    if (!given) return;
    this.#groups.set(group, { ...given, invalidated: true });
    for (const node of roomsOf(given)) this.#markRow(node);
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

/** Whether the same groups stand in the same places, and between them what looks the same. */
function haveSamePlaces(before: readonly RenderedRoot[], now: readonly RenderedRoot[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ node, signature, leaf }, place) => {
      const other = now[place];
      return node.kind === 'group'
        ? other?.node === node && other.leaf === leaf
        : other?.signature === signature;
    })
  );
}

/** Room by room the same objects; what leads to the rest, with the same count. */
function areSame(before: readonly RoomTreeNode[], now: readonly RoomTreeNode[]): boolean {
  return (
    before.length === now.length &&
    before.every((node, place) => {
      const other = now[place];
      if (node.kind !== 'more') return node === other;
      return other?.kind === 'more' && other.shown === node.shown && other.total === node.total;
    })
  );
}

function roomsOf(group: RenderedGroup | undefined): RoomNode[] {
  return group?.nodes.filter((node) => node.kind === 'room') ?? [];
}
