import { Disposable, EventEmitter } from 'vscode';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { Presentation } from '../settings/formatSettings.ts';
import type { ListChoices } from '../settings/listOptions.ts';
import type { ExpandedRooms } from './expandedRooms.ts';
import type { Differences, DrawnTree } from './renderedTree.ts';
import type { GroupedRooms } from './roomGroups.ts';
import type { RoomRows, WatchedKeys } from './roomRows.ts';
import { Redraws } from './updateScheduler.ts';

export interface Dependencies {
  readonly store: RoomStore;
  readonly shown: VisibleRooms;
  readonly choices: Pick<ListChoices, 'onDidChange'>;
  readonly presentation: Pick<Presentation, 'onDidChange' | 'format'>;
  readonly watched: WatchedKeys;
  readonly grouped: GroupedRooms;
  readonly rows: RoomRows;
  readonly expanded: ExpandedRooms;
  readonly drawn: DrawnTree;
}

/** Follows what changes, and tells what of the tree looks otherwise for it, and when. */
export class TreeChanges implements Disposable {
  readonly #deps: Dependencies;
  readonly #tell: (differences: Differences) => void;
  readonly #redraws = new Redraws(() => this.#redraw());
  readonly #caughtUp = new EventEmitter<void>();
  readonly onDidCatchUp = this.#caughtUp.event;
  readonly #watching: Disposable;
  readonly #onChange = (change: RoomChange) => this.#follow(change);
  /** What the list had come to when it was looked at last. */
  #looked = '';
  #failed: unknown;
  /** When it was today, as far as the times in the rows say; milliseconds since 1970. */
  #today: number;

  /** @param tell told what has to be drawn again; of nothing too */
  constructor(parts: Dependencies, tell: (differences: Differences) => void) {
    this.#deps = parts;
    this.#tell = tell;
    const { store, choices, presentation, watched } = parts;
    this.#today = presentation.format.now();
    store.events.on('change', this.#onChange);
    this.#watching = Disposable.from(
      presentation.onDidChange(() => this.#redrawAll()),
      choices.onDidChange(() => {
        parts.grouped.forget();
        this.#redrawAll();
      }),
      watched.onDidChange((key) => this.#onRow(key)),
    );
  }

  dispose(): void {
    this.#deps.store.events.off('change', this.#onChange);
    this.#watching.dispose();
    this.#redraws.dispose();
    this.#caughtUp.dispose();
  }

  #follow(change: RoomChange): void {
    const { store, grouped, drawn, expanded } = this.#deps;
    switch (change.kind) {
      case 'account':
        grouped.forget();
        drawn.forget();
        this.#redraws.atOnce();
        break;
      case 'list':
        this.#onList();
        break;
      case 'room': {
        const { group } = grouped.node(change.key) ?? {};
        if (group && group.status !== (store.room(change.key)?.status ?? '')) this.#redraws.atOnce();
        this.#onRow(change.key);
        expanded.reload();
        break;
      }
      case 'participants':
        void this.#onParticipants(change.key);
        break;
      case 'live':
        this.#onTime();
    }
  }

  /** Time has passed: rooms in progress have lasted longer. */
  #onTime(): void {
    const { drawn, rows, shown } = this.#deps;
    if (this.#isNextDay()) this.#redrawAll();
    else this.#tell(drawn.together(rows.aged()));
    if (shown.dependsOnTime) this.#redraws.atOnce();
  }

  #onRow(key: string): void {
    const { grouped, drawn } = this.#deps;
    const node = grouped.node(key);
    if (node) this.#tell(drawn.differencesAt(node));
  }

  #onList(): void {
    const { revision, unreadable, listing, gaps } = this.#deps.store;
    const settled = listing.state !== 'loading' && listing.state;
    const looked = [revision, unreadable, settled, gaps.length].join();
    const failed = listing.state === 'failed' ? listing.error : undefined;
    if (settled) this.#deps.expanded.reload();
    if (looked === this.#looked && failed === this.#failed) return;
    this.#looked = looked;
    this.#failed = failed;
    // What a list has come to stands at once: a redraw after it would close a menu that was just opened.
    if (settled) this.#redraws.atOnce();
    else this.#redraws.inTime();
  }

  async #onParticipants(key: string): Promise<void> {
    const { store, shown } = this.#deps;
    if (store.participantsState(key)?.state === 'loading') return;
    // The analysis of calls is loaded with the first participants, not at the start.
    await shown.loadCalls();
    if (shown.dependsOnCalls) this.#redraws.inTime();
    else this.#onRow(key);
  }

  /** Whether times of today are times of yesterday now, which are written with their day. */
  #isNextDay(): boolean {
    const { format } = this.#deps.presentation;
    const before = this.#today;
    this.#today = format.now();
    return !format.sameDay(before, this.#today);
  }

  #redrawAll(): void {
    if (!this.#deps.drawn.isEmpty) this.#tell('all');
    this.#caughtUp.fire();
  }

  /** Has drawn again what looks otherwise; whether there is anything to be seen. */
  #redraw(): boolean {
    const { shown, drawn, grouped } = this.#deps;
    const preparing = shown.prepare();
    if (preparing) void preparing.then(() => this.#redraws.atOnce());
    // To draw nothing where nothing is would hold back the first rooms.
    if (preparing || drawn.isEmpty) return false;
    grouped.prune();
    this.#tell(this.#isNextDay() ? 'all' : drawn.differences());
    this.#caughtUp.fire();
    return true;
  }
}
