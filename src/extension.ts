import {
  Disposable,
  type ExtensionContext,
  ExtensionMode,
  type Memento,
  type SecretStorage,
  commands as vscodeCommands,
  window,
  workspace,
} from 'vscode';
import { Accounts } from './accounts/accounts.ts';
import { ApiAddressChange } from './accounts/manage/apiAddressChange.ts';
import { LazyValue } from './async/lazyValue.ts';
import { contexts, documentScheme, overviewPanel, roomPanel, savedRoomEditor, views } from './ids.ts';
import type { Services } from './services.ts';
import { registerAssistantTools } from './ui/assistant/registerTools.ts';
import { createErrorLogger } from './ui/common/logError.ts';
import { registerCommands } from './ui/lazy/lazyCommands.ts';
import { LazyFileSystem } from './ui/lazy/lazyFileSystem.ts';
import { lazyEditor, lazyPanels } from './ui/lazy/lazyPanels.ts';
import { LazyTree } from './ui/lazy/lazyTree.ts';
import { SidLinks } from './ui/links/sidLinks.ts';
import { RoomUriHandler } from './ui/links/uriHandler.ts';
import { AccountStatus } from './ui/live/accountStatus.ts';
import type { Session } from './ui/session/session.ts';
import { speakDisplayLanguage } from './ui/settings/displayLanguage.ts';
import { loadWatchState } from './ui/watch/watchState.ts';

/** The services and the stored state that integration tests and the benchmark inspect. */
export interface VideoRooms extends Services {
  readonly secrets: SecretStorage;
  readonly globalState: Memento;
  readonly workspaceState: Memento;
  /** Disposes of everything, as VS Code does when the extension is disabled. */
  deactivate(): void;
}

/**
 * Registers what VS Code needs at startup. The services are loaded on first use, because a file that contains
 * a SID also activates the extension.
 * @returns in test mode, a function that loads the services
 */
export function activate(context: ExtensionContext): (() => Promise<VideoRooms>) | undefined {
  const untranslated = speakDisplayLanguage(context.extensionPath);
  const { extensionUri, extension, workspaceState, globalState, secrets, subscriptions } = context;
  const log = window.createOutputChannel('Video Rooms', { log: true });
  const logError = createErrorLogger(log);
  if (untranslated) logError(untranslated);
  const state = { workspace: workspaceState, everywhere: globalState };
  const accounts = new Accounts(secrets, state, logError);
  const status = new AccountStatus(accounts);
  const lazyTree = new LazyTree(async () => (await loadServices()).tree);
  const lazyFileSystem = new LazyFileSystem(async () => (await loadServices()).documents);
  const links = new SidLinks(async () => (await loadServices()).hovers);
  const view = window.createTreeView(views.rooms, { treeDataProvider: lazyTree, showCollapseAll: true });
  const services = new LazyValue(async () => {
    const { createServices } = await import('./services.ts');
    return createServices({
      extensionUri,
      version: extension.packageJSON.version,
      state,
      log,
      logError,
      accounts,
      status,
      view,
      lazyTree,
      lazyFileSystem,
      links,
    });
  });
  const loadServices = () => services.get();
  const disposeServices = () => services.ifLoaded((loaded) => loaded.dispose()).catch(logError);
  const withSession = (run: (session: Session) => Promise<void>) =>
    loadServices()
      .then(({ session }) => run(session))
      .catch(logError);

  subscriptions.push(
    // The log last: a failure to dispose of the services is written to it.
    new Disposable(() => void disposeServices().finally(() => log.dispose())),
    status,
    links,
    view,
    lazyTree,
    lazyFileSystem,
    accounts,
    new ApiAddressChange(accounts, logError),
    window.registerUriHandler(new RoomUriHandler()),
    workspace.registerFileSystemProvider(documentScheme, lazyFileSystem, {
      isReadonly: true,
      isCaseSensitive: true,
    }),
    window.registerWebviewPanelSerializer(
      roomPanel,
      lazyPanels(async () => (await loadServices()).panels),
    ),
    window.registerWebviewPanelSerializer(
      overviewPanel,
      lazyPanels(async () => (await loadServices()).overviews),
    ),
    window.registerCustomEditorProvider(
      savedRoomEditor,
      lazyEditor(async () => (await loadServices()).saved),
      { supportsMultipleEditorsPerDocument: true, webviewOptions: { enableFindWidget: true } },
    ),
    ...registerCommands(loadServices),
    ...registerAssistantTools(loadServices),
    // Nothing is requested until the view is visible.
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) void withSession((session) => session.show());
    }),
  );

  const signedIn = accounts.current !== undefined;
  void vscodeCommands.executeCommand('setContext', contexts.signedIn, signedIn);
  void vscodeCommands.executeCommand('setContext', contexts.state, signedIn ? 'loading' : 'signedOut');
  // Rooms were being watched when the window was reloaded.
  if (loadWatchState(workspaceState, Date.now())) void withSession((session) => session.ready);

  if (context.extensionMode !== ExtensionMode.Test) return undefined;
  const deactivate = () => void Disposable.from(...subscriptions).dispose();
  return async () => ({ ...(await loadServices()), secrets, globalState, workspaceState, deactivate });
}
