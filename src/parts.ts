import { Disposable, type LogOutputChannel, type TreeView, type Uri } from 'vscode';
import type { Accounts, ActiveAccountState } from './accounts/accounts.ts';
import type { CommandId } from './ids.ts';
import { ParticipantRooms } from './rooms/links/participantRooms.ts';
import { ShownRooms } from './rooms/shownRooms.ts';
import { RoomStore } from './rooms/store.ts';
import { accountCommands } from './ui/accountCommands.ts';
import type { AccountStatus } from './ui/accountStatus.ts';
import { Clients } from './ui/clients.ts';
import { compareCommands } from './ui/compareCommands.ts';
import { FailureLog } from './ui/failureLog.ts';
import { filterCommands, findCommands } from './ui/findCommands.ts';
import { keepCommands } from './ui/keeping/keepCommands.ts';
import { SavedRooms } from './ui/keeping/savedRooms.ts';
import type { Command } from './ui/later/laterCommands.ts';
import type { LaterDocuments } from './ui/later/laterDocuments.ts';
import type { LaterTree } from './ui/later/laterTree.ts';
import { RoomOnce } from './ui/links/roomOnce.ts';
import type { SidLinks } from './ui/links/sidLinks.ts';
import { ListChoices } from './ui/listChoices.ts';
import { listAnew, listCommands } from './ui/listCommands.ts';
import { LiveCount } from './ui/liveCount.ts';
import { LiveRooms } from './ui/liveRooms.ts';
import { Overviews } from './ui/overviews.ts';
import { Presentation } from './ui/presentation.ts';
import { roomCommands } from './ui/roomCommands.ts';
import { RoomDocuments } from './ui/roomDocuments.ts';
import { RoomPanels } from './ui/roomPanels.ts';
import { RoomsView } from './ui/roomsView.ts';
import { RoomTree } from './ui/roomTree.ts';
import type { RoomTreeNode } from './ui/roomTreeNodes.ts';
import { Session } from './ui/session.ts';
import { shareCommands } from './ui/shareCommands.ts';
import { showCommands } from './ui/showCommands.ts';
import { watchCommands } from './ui/watchCommands.ts';
import { WatchedRooms } from './ui/watchedRooms.ts';
import { windowCommands } from './ui/windowCommands.ts';

/** What VS Code knows from the start, and the rest builds on. */
export interface Start {
  readonly extensionUri: Uri;
  /** This extension's, which Twilio is told. */
  readonly version: string;
  readonly kept: ActiveAccountState;
  readonly log: LogOutputChannel;
  readonly report: (error: unknown) => void;
  readonly accounts: Accounts;
  readonly status: AccountStatus;
  readonly view: TreeView<RoomTreeNode>;
  readonly laterTree: LaterTree;
  readonly laterDocuments: LaterDocuments;
  readonly links: SidLinks;
}

/** Everything that knows rooms, built when something of it is needed for the first time. */
export type Parts = ReturnType<typeof buildParts>;

export function buildParts(start: Start) {
  const { extensionUri, kept, log, report, accounts, view, links } = start;
  const presentation = new Presentation();
  const store = new RoomStore();
  const failures = new FailureLog(store, log, report);
  const clients = new Clients(accounts, log, start.version);
  const choices = new ListChoices(kept.everywhere);
  const shown = new ShownRooms(store, choices, () => presentation.format);
  const session = new Session({ accounts, store, choices, clients, log, report });
  const whose = () => session.account;
  const watched = new WatchedRooms({ store, presentation, kept: kept.workspace, whose });
  const tree = new RoomTree(store, shown, choices, presentation, watched);
  start.laterTree.follow(tree);
  const around = { store, shown, choices, session, presentation };
  const roomsView = new RoomsView(view, tree, around, accounts.current !== undefined);
  const panelTools = { extensionUri, store, presentation, watched, whose, report };
  const finding = { store, shown, choices, presentation, list: () => session.show() };
  const panels = new RoomPanels(panelTools, session);
  const saved = new SavedRooms(panelTools);
  const documents = new RoomDocuments(store, session);
  start.laterDocuments.follow(documents);
  const roomTools = { store, session, panels, saved, presentation, selection: () => view.selection };
  const overviews = new Overviews({ ...panelTools, shown, choices, session });
  const live = new LiveRooms({ store, rows: tree.rows, view, panels });
  const liveCount = new LiveCount(start.status, { store, whose, choices, presentation });
  const rooms = new ParticipantRooms(store, () => links.lookAgain());
  links.lead(rooms);
  const once = new RoomOnce(store, report);

  const commands: Readonly<Record<CommandId, Command>> = {
    ...accountCommands(accounts, clients, session),
    ...compareCommands({ ...panelTools, saved }, panels, session),
    ...listCommands(store, tree, session),
    ...windowCommands(choices, presentation),
    ...filterCommands(finding),
    ...findCommands(finding),
    ...roomCommands(roomTools),
    ...shareCommands(roomTools),
    ...watchCommands(roomTools, watched),
    ...keepCommands({ ...roomTools, shown, choices }),
    ...showCommands(overviews, log),
  };
  const owned = Disposable.from(
    ...[live, liveCount, watched, tree, roomsView, panels, saved, documents, overviews, rooms, once],
    panels.onDidShow((key) => roomsView.select(key)),
    listAnew(choices, session),
    ...[choices, presentation, session, clients, failures],
  );
  return {
    ...{ store, session, tree, choices, shown, presentation, overviews, panels, saved, documents },
    ...{ hovers: { store, session, presentation, rooms, once }, commands },
    dispose: () => void owned.dispose(),
  };
}
