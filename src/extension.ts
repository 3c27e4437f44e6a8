import {
  commands,
  type ExtensionContext,
  ExtensionMode,
  type Memento,
  type SecretStorage,
  window,
  workspace,
} from 'vscode';
import { Accounts } from './accounts/accounts.ts';
import { documentScheme, commands as ids } from './ids.ts';
import { RoomStore } from './rooms/store.ts';
import { registerAccountCommands } from './ui/accountCommands.ts';
import { registerCompareCommands } from './ui/compareCommands.ts';
import { registerListCommands } from './ui/listCommands.ts';
import { Presentation } from './ui/presentation.ts';
import { registerRoomCommands } from './ui/roomCommands.ts';
import { RoomDocuments } from './ui/roomDocuments.ts';
import { RoomPanels } from './ui/roomPanels.ts';
import { RoomsView } from './ui/roomsView.ts';
import { RoomTree } from './ui/roomTree.ts';
import { Session } from './ui/session.ts';

/** What the integration tests look at: the tree as the view shows it, and what is kept where. */
export interface VideoRooms {
  readonly tree: RoomTree;
  readonly secrets: SecretStorage;
  readonly globalState: Memento;
}

export function activate(context: ExtensionContext): VideoRooms | undefined {
  const { extensionUri, extension } = context;
  const log = window.createOutputChannel('Video Rooms', { log: true });
  const presentation = new Presentation();
  const accounts = new Accounts(context.secrets, context.globalState);
  const store = new RoomStore();
  const session = new Session(accounts, store, log, extension.packageJSON.version);
  const tree = new RoomTree(store, presentation);
  const view = new RoomsView(tree, store, session, accounts.current !== undefined, presentation);
  const panelTools = { extensionUri, store, presentation, report: session.report };
  const panels = new RoomPanels(panelTools, session);
  const documents = new RoomDocuments(store, session);

  context.subscriptions.push(
    ...[log, presentation, accounts, session, tree, view, panels, documents],
    workspace.registerFileSystemProvider(documentScheme, documents, {
      isReadonly: true,
      isCaseSensitive: true,
    }),
    ...registerAccountCommands(accounts, session),
    ...registerCompareCommands(panelTools, panels),
    ...registerListCommands(store, tree, session),
    ...registerRoomCommands({ store, session, panels, selection: () => view.view.selection }),
    commands.registerCommand(ids.showLog, () => log.show()),
  );

  void session.start();
  const { secrets, globalState } = context;
  return context.extensionMode === ExtensionMode.Test ? { tree, secrets, globalState } : undefined;
}
