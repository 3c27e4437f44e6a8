import { explainFailure } from '../../text/explainFailure.ts';
import type { ExpandedRooms } from './expandedRooms.ts';
import type { NodeItems } from './itemFactory.ts';
import { isLeaf, lookOf } from './itemSignature.ts';
import type { GroupedRooms } from './roomGroups.ts';
import type { RoomRows } from './roomRows.ts';
import type { GroupNode, RoomNode, RoomTreeNode } from './treeNodes.ts';

/** More rows than this are drawn again with their group: each alone has its price. */
const mostRows = 20;

/** What has to be drawn again: all of it, or these nodes and what stands below them. */
export type Differences = 'all' | readonly RoomTreeNode[];

export interface Dependencies {
  /** What stands at the top of the tree now. */
  readonly roots: () => readonly RoomTreeNode[];
  readonly grouped: Pick<GroupedRooms, 'within'>;
  readonly items: NodeItems;
  readonly rows: RoomRows;
  readonly expanded: ExpandedRooms;
}

interface DrawnRoot {
  readonly node: RoomTreeNode;
  readonly look: string;
  /** Groups that hold nothing cannot be expanded. */
  readonly leaf: boolean;
}

interface DrawnGroup {
  readonly nodes: readonly RoomTreeNode[];
  /** Whether VS Code will ask for it anew where it is in sight: it was told to. */
  readonly told?: true;
}

/**
 * What VS Code was given of the tree, so that it is told only of what looks
 * otherwise now. It keeps something of every row that it was ever given, and it
 * takes the keyboard back from a menu or a prompt with each redraw. Only the
 * rows that it was given are looked at, however many rooms there are.
 */
export class DrawnTree {
  readonly #deps: Dependencies;
  #roots: readonly DrawnRoot[] = [];
  readonly #groups = new Map<GroupNode, DrawnGroup>();

  constructor(parts: Dependencies) {
    this.#deps = parts;
  }

  /** Whether nothing was given, and nothing would be. */
  get isEmpty(): boolean {
    return this.#roots.length === 0 && this.#deps.roots().length === 0;
  }

  gaveRoots(roots: readonly RoomTreeNode[]): void {
    this.#roots = roots.map((node) => this.#drawnRoot(node));
  }

  gaveGroup(group: GroupNode, nodes: readonly RoomTreeNode[]): void {
    const given = new Set(nodes);
    for (const node of roomsOf(this.#groups.get(group))) if (!given.has(node)) this.#drop(node);
    this.#groups.set(group, { nodes });
  }

  /** What looks otherwise than it was given. */
  differences(): Differences {
    const roots = this.#deps.roots().map((node) => this.#drawnRoot(node));
    if (!haveSamePlaces(this.#roots, roots)) return 'all';
    const groups = roots.flatMap(({ node }) => (node.kind === 'group' ? [node] : []));
    // A room may go over to another group now or in a moment: drawn one by one, it would not be selected any more.
    if (groups.some((group) => this.#hasOtherRows(group))) return 'all';
    return roots.flatMap(({ node, look }, place) =>
      node.kind === 'group' ? this.#differencesIn(node, look !== this.#roots[place]?.look) : [],
    );
  }

  /** What has to be drawn again because of one room: its row, or the group, which counts rooms with problems. */
  differencesAt(node: RoomNode): Differences {
    if (!this.#rowDiffers(node)) return [];
    const root = this.#roots.find((one) => one.node === node.group);
    return root && root.look !== this.#drawnRoot(node.group).look ? [node.group] : [node];
  }

  /** Nodes as they are drawn again together. */
  together(nodes: readonly RoomNode[]): RoomTreeNode[] {
    return nodes.length > mostRows ? [...new Set(nodes.map(({ group }) => group))] : [...nodes];
  }

  /** VS Code was told of differences: it will ask for what is in sight. */
  told(differences: Differences): void {
    if (differences === 'all') this.gaveRoots(this.#deps.roots());
    const nodes = differences === 'all' ? this.#groups.keys() : differences;
    for (const node of nodes) {
      if (node.kind === 'group') this.#toldGroup(node);
      else if (node.kind === 'room') this.#toldRow(node);
    }
  }

  /** Another account. */
  forget(): void {
    this.#groups.clear();
    this.#deps.rows.forget();
    this.#deps.expanded.forget();
  }

  #hasOtherRows(group: GroupNode): boolean {
    const given = this.#groups.get(group);
    return given !== undefined && !given.told && !areSame(given.nodes, this.#deps.grouped.within(group));
  }

  #differencesIn(group: GroupNode, looksOtherwise: boolean): RoomTreeNode[] {
    if (looksOtherwise) return [group];
    const given = this.#groups.get(group);
    if (!given || given.told) return [];
    return this.together(roomsOf(given).filter((node) => this.#rowDiffers(node)));
  }

  #rowDiffers(node: RoomNode): boolean {
    return this.#deps.rows.differs(node) || this.#deps.expanded.differs(node);
  }

  #toldGroup(group: GroupNode): void {
    this.#roots = this.#roots.map((root) => (root.node === group ? this.#drawnRoot(group) : root));
    const given = this.#groups.get(group);
    if (!given) return;
    this.#groups.set(group, { ...given, told: true });
    for (const node of roomsOf(given)) this.#toldRow(node);
  }

  #toldRow(node: RoomNode): void {
    this.#deps.rows.told(node);
    this.#deps.expanded.told(node);
  }

  #drop(node: RoomNode): void {
    this.#deps.rows.drop(node);
    this.#deps.expanded.told(node);
  }

  #drawnRoot(node: RoomTreeNode): DrawnRoot {
    const item = this.#deps.items.of(node);
    const steps = node.kind === 'failure' ? explainFailure(node.error).steps : [];
    return { node, look: [lookOf(item), ...steps].join(), leaf: isLeaf(item) };
  }
}

/** Whether the same groups stand in the same places, and between them what looks the same. */
function haveSamePlaces(before: readonly DrawnRoot[], now: readonly DrawnRoot[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ node, look, leaf }, place) => {
      const other = now[place];
      return node.kind === 'group' ? other?.node === node && other.leaf === leaf : other?.look === look;
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

function roomsOf(group: DrawnGroup | undefined): RoomNode[] {
  return group?.nodes.filter((node) => node.kind === 'room') ?? [];
}
