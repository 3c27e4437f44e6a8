import { Disposable, type LogOutputChannel, type TreeView, type Uri } from 'vscode';
import type { Accounts, ActiveAccountState } from './accounts/accounts.ts';
import type { CommandId } from './ids.ts';
import { ParticipantRooms } from './rooms/sids/participantRooms.ts';
import { RoomStore } from './rooms/store/roomStore.ts';
import { VisibleRooms } from './rooms/visible/visibleRooms.ts';
import { accountCommands } from './ui/commands/accountCommands.ts';
import { compareCommands } from './ui/commands/compareCommands.ts';
import { fileCommands } from './ui/commands/fileCommands.ts';
import { filterCommands, findCommands } from './ui/commands/findCommands.ts';
import { listCommands, refreshOnChange } from './ui/commands/listCommands.ts';
import { roomCommands } from './ui/commands/roomCommands.ts';
import { shareCommands } from './ui/commands/shareCommands.ts';
import { showCommands } from './ui/commands/showCommands.ts';
import { watchCommands } from './ui/commands/watchCommands.ts';
import { windowCommands } from './ui/commands/windowCommands.ts';
import { RoomFileSystem } from './ui/documents/roomFileSystem.ts';
import type { Command } from './ui/lazy/lazyCommands.ts';
import type { LazyFileSystem } from './ui/lazy/lazyFileSystem.ts';
import type { LazyTree } from './ui/lazy/lazyTree.ts';
import { HoverLookup } from './ui/links/hoverLookup.ts';
import type { SidLinks } from './ui/links/sidLinks.ts';
import type { AccountStatus } from './ui/live/accountStatus.ts';
import { LiveCount } from './ui/live/liveCount.ts';
import { LiveRefreshTimer } from './ui/live/liveRefreshTimer.ts';
import { OverviewPanels } from './ui/panels/overviewPanels.ts';
import { closeOrphansOfAccount, PanelTabs } from './ui/panels/panelTabs.ts';
import { RoomPanels } from './ui/panels/roomPanels.ts';
import { SavedRoomEditor } from './ui/panels/savedRoomEditor.ts';
import { ClientFactory } from './ui/session/clientFactory.ts';
import { FailureLog } from './ui/session/failureLog.ts';
import { Session } from './ui/session/session.ts';
import { FormatSettings } from './ui/settings/formatSettings.ts';
import { ListOptions } from './ui/settings/listOptions.ts';
import { RoomsTreeView } from './ui/tree/roomsTreeView.ts';
import { RoomTreeProvider } from './ui/tree/roomTreeProvider.ts';
import type { RoomTreeNode } from './ui/tree/treeNodes.ts';
import { WatchedRooms } from './ui/watch/watchedRooms.ts';

/** Objects created at activation; the other services build on them. */
export interface StartupServices {
  readonly extensionUri: Uri;
  /** Version of this extension, sent to Twilio in the `User-Agent` header. */
  readonly version: string;
  readonly state: ActiveAccountState;
  readonly log: LogOutputChannel;
  readonly logError: (error: unknown) => void;
  readonly accounts: Accounts;
  readonly status: AccountStatus;
  readonly view: TreeView<RoomTreeNode>;
  readonly lazyTree: LazyTree;
  readonly lazyFileSystem: LazyFileSystem;
  readonly links: SidLinks;
}

/** The services that work with rooms, created on first use. */
export type Services = ReturnType<typeof createServices>;

/**
 * Creates the services on top of those of activation; `dispose` of the result disposes of the new ones only.
 */
export function createServices(start: StartupServices) {
  const { extensionUri, state, log, logError, accounts, view, links } = start;
  const formatSettings = new FormatSettings(state.everywhere);
  const store = new RoomStore();
  const failures = new FailureLog(store, log, logError);
  const clients = new ClientFactory(accounts, log, start.version);
  const listOptions = new ListOptions(state.workspace, accounts.current?.id);
  const visibleRooms = new VisibleRooms(store, listOptions, () => formatSettings.format);
  const session = new Session({ accounts, store, listOptions, clients, log, logError });
  const activeAccount = () => session.account;
  const loadCalls = () => visibleRooms.loadCalls();
  const watched = new WatchedRooms({
    store,
    loadCalls,
    formatSettings,
    activeAccount,
    state: state.workspace,
  });
  const tree = new RoomTreeProvider(store, visibleRooms, listOptions, formatSettings, watched);
  start.lazyTree.forwardEvents(tree);
  const viewDeps = { store, visibleRooms, listOptions, session, formatSettings };
  const roomsView = new RoomsTreeView(view, tree, viewDeps, accounts.current !== undefined);
  const tabs = new PanelTabs();
  const panelDeps = {
    extensionUri,
    store,
    loadCalls,
    formatSettings,
    watched,
    activeAccount,
    tabs,
    logError,
  };
  const searchDeps = { store, visibleRooms, listOptions, formatSettings, list: () => session.show() };
  const panels = new RoomPanels(panelDeps, session);
  const saved = new SavedRoomEditor(panelDeps);
  const documents = new RoomFileSystem(store, session);
  start.lazyFileSystem.forwardEvents(documents);
  const commandDeps = { store, session, panels, saved, formatSettings, selection: () => view.selection };
  const overviews = new OverviewPanels({ ...panelDeps, visibleRooms, listOptions, session });
  const live = new LiveRefreshTimer({ store, rows: tree.rows, view, panels });
  const liveCount = new LiveCount(start.status, { store, activeAccount, listOptions, formatSettings });
  const rooms = new ParticipantRooms(store, () => links.invalidate());
  links.connect(rooms);
  const once = new HoverLookup(store, logError);

  const commands: Readonly<Record<CommandId, Command>> = {
    ...accountCommands(accounts, clients, session),
    ...compareCommands({ ...panelDeps, saved }, panels, session),
    ...listCommands(store, tree, session),
    ...windowCommands(listOptions, formatSettings),
    ...filterCommands(searchDeps),
    ...findCommands(searchDeps),
    ...roomCommands(commandDeps),
    ...shareCommands(commandDeps),
    ...watchCommands(commandDeps, watched),
    ...fileCommands({ ...commandDeps, visibleRooms, listOptions }),
    ...showCommands(overviews, log),
  };
  const owned = Disposable.from(
    accounts.onDidSignOut((id) => void listOptions.forget(id).catch(logError)),
    live,
    liveCount,
    watched,
    tree,
    roomsView,
    panels,
    saved,
    documents,
    overviews,
    rooms,
    once,
    closeOrphansOfAccount(accounts, session, tabs),
    panels.onDidShow((key) => roomsView.select(key)),
    refreshOnChange(listOptions, session),
    listOptions,
    formatSettings,
    session,
    clients,
    failures,
  );
  return {
    store,
    session,
    tree,
    listOptions,
    visibleRooms,
    formatSettings,
    overviews,
    panels,
    saved,
    documents,
    hovers: { store, loadCalls, session, formatSettings, rooms, once },
    commands,
    dispose: () => void owned.dispose(),
  };
}
