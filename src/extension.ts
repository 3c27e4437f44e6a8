import {
  Disposable,
  type ExtensionContext,
  ExtensionMode,
  type Memento,
  type SecretStorage,
  window,
  workspace,
} from 'vscode';
import { Accounts } from './accounts/accounts.ts';
import { AddressChange } from './accounts/addressChange.ts';
import { documentScheme } from './ids.ts';
import { ShownRooms } from './rooms/shownRooms.ts';
import { RoomStore } from './rooms/store.ts';
import { registerAccountCommands } from './ui/accountCommands.ts';
import { AccountStatus } from './ui/accountStatus.ts';
import { registerAssistantTools } from './ui/assistant/assistantTools.ts';
import { Clients } from './ui/clients.ts';
import { registerCompareCommands } from './ui/compareCommands.ts';
import { FailureLog } from './ui/failureLog.ts';
import { registerFilterCommands } from './ui/filterCommands.ts';
import { registerFindCommands } from './ui/findCommands.ts';
import { registerKeepCommands } from './ui/keeping/keepCommands.ts';
import { SavedRooms } from './ui/keeping/savedRooms.ts';
import { speakDisplayLanguage } from './ui/language.ts';
import { SidLinks } from './ui/links/sidLinks.ts';
import { ListChoices } from './ui/listChoices.ts';
import { registerListCommands } from './ui/listCommands.ts';
import { LiveRooms } from './ui/liveRooms.ts';
import { Overviews } from './ui/overviews.ts';
import { Presentation } from './ui/presentation.ts';
import { registerRoomCommands } from './ui/roomCommands.ts';
import { RoomDocuments } from './ui/roomDocuments.ts';
import { RoomPanels } from './ui/roomPanels.ts';
import { RoomsView } from './ui/roomsView.ts';
import { RoomTree } from './ui/roomTree.ts';
import { RoomUriHandler } from './ui/roomUriHandler.ts';
import { Session } from './ui/session.ts';
import { registerShareCommands } from './ui/shareCommands.ts';
import { registerShowCommands } from './ui/showCommands.ts';
import { registerWatchCommands } from './ui/watchCommands.ts';
import { WatchedRooms } from './ui/watchedRooms.ts';
import { registerWindowCommands } from './ui/windowCommands.ts';

/** What the integration tests and the benchmark look at: the tree as the view shows it, whose rooms these are, and what is kept where. */
export interface VideoRooms {
  readonly store: RoomStore;
  readonly session: Session;
  readonly tree: RoomTree;
  readonly choices: ListChoices;
  readonly shown: ShownRooms;
  readonly overviews: Overviews;
  readonly panels: RoomPanels;
  readonly saved: SavedRooms;
  readonly secrets: SecretStorage;
  readonly globalState: Memento;
  readonly workspaceState: Memento;
  /** Lets go of everything, as VS Code does when the extension is turned off. */
  deactivate(): void;
}

export function activate(context: ExtensionContext): VideoRooms | undefined {
  speakDisplayLanguage();
  const { extensionUri, extension } = context;
  const log = window.createOutputChannel('Video Rooms', { log: true });
  const presentation = new Presentation();
  const store = new RoomStore();
  const failures = new FailureLog(store, log);
  const { report } = failures;
  const kept = { workspace: context.workspaceState, everywhere: context.globalState };
  const accounts = new Accounts(context.secrets, kept, report);
  const clients = new Clients(accounts, log, extension.packageJSON.version);
  const choices = new ListChoices(context.globalState);
  const shown = new ShownRooms(store, choices, () => presentation.format);
  const session = new Session({ accounts, store, choices, clients, log, report });
  const whose = () => session.account;
  const watched = new WatchedRooms({ store, presentation, kept: context.workspaceState, whose });
  const tree = new RoomTree(store, shown, choices, presentation, watched);
  const view = new RoomsView(
    tree,
    { store, shown, choices, session, presentation },
    accounts.current !== undefined,
  );
  const panelTools = { extensionUri, store, presentation, watched, whose, report };
  const finding = { store, shown, choices, presentation, list: () => session.show() };
  const panels = new RoomPanels(panelTools, session);
  const saved = new SavedRooms(panelTools);
  const documents = new RoomDocuments(store, session);
  const roomTools = { store, session, panels, saved, presentation, selection: () => view.view.selection };
  const overviews = new Overviews({ ...panelTools, shown, choices, session });
  const live = new LiveRooms({ store, rows: tree.rows, view: view.view, panels });
  const status = new AccountStatus(accounts, store, whose, choices, presentation);

  context.subscriptions.push(
    ...[live, status, watched, tree, view, panels, saved, documents, overviews],
    ...[choices, presentation, session, clients, accounts, failures, log],
    new AddressChange(accounts, report),
    new SidLinks(store, session, presentation),
    window.registerUriHandler(new RoomUriHandler()),
    workspace.registerFileSystemProvider(documentScheme, documents, {
      isReadonly: true,
      isCaseSensitive: true,
    }),
    ...registerAccountCommands(accounts, clients, session),
    ...registerCompareCommands({ ...panelTools, saved }, panels, session),
    ...registerListCommands(store, tree, session, choices),
    ...registerWindowCommands(choices, presentation),
    ...registerFilterCommands(finding),
    ...registerFindCommands(finding),
    ...registerRoomCommands(roomTools),
    ...registerShareCommands(roomTools),
    ...registerWatchCommands(roomTools, watched),
    ...registerKeepCommands({ ...roomTools, shown, choices }),
    ...registerAssistantTools({ store, shown, choices, session, presentation }),
    ...registerShowCommands(overviews, log),
    panels.onDidShow((key) => view.select(key)),
    // Nothing is asked for before: a file with a SID in it starts the extension too.
    view.view.onDidChangeVisibility(({ visible }) => visible && session.show()),
  );

  if (watched.goesOn) void session.ready;

  if (context.extensionMode !== ExtensionMode.Test) return undefined;
  const { secrets, globalState, workspaceState, subscriptions } = context;
  const deactivate = () => void Disposable.from(...subscriptions).dispose();
  const looked = {
    store,
    session,
    tree,
    choices,
    shown,
    overviews,
    panels,
    saved,
    secrets,
    globalState,
    workspaceState,
  };
  return { ...looked, deactivate };
}
