import { type Disposable, type Tab, TabInputText, TabInputWebview, type WebviewPanel, window } from 'vscode';
import type { Accounts } from '../../accounts/accounts.ts';
import { comparePanel, documentScheme, overviewPanel, roomPanel } from '../../ids.ts';
import type { Session } from '../session/session.ts';
import { closeTabs } from './closeTabs.ts';

/** View type of a panel with rooms. */
type PanelType = typeof roomPanel | typeof comparePanel | typeof overviewPanel;

/**
 * The tabs of our panels. Some are orphans: VS Code leaves a page on the screen when the extension host restarts, and
 * restores a panel only when its tab is shown; until then, the tab bears the name of a room.
 */
export class PanelTabs {
  readonly #own = new Set<WebviewPanel>();

  /** Registers a panel that this extension host updates. */
  add(panel: WebviewPanel): void {
    this.#own.add(panel);
    panel.onDidDispose(() => this.#own.delete(panel));
  }

  /** Tabs of these types that none of our panels belongs to. A tab has no id: its title and column identify it. */
  orphans(...types: readonly PanelType[]): Tab[] {
    const own = [...this.#own].map(({ title, viewColumn }) => ({ title, viewColumn }));
    return allTabs().filter(({ input, label, group }) => {
      if (!(input instanceof TabInputWebview) || !types.some((type) => input.viewType.endsWith(`-${type}`)))
        return false;
      const at = own.findIndex(({ title, viewColumn }) => title === label && viewColumn === group.viewColumn);
      if (at >= 0) own.splice(at, 1);
      return at < 0;
    });
  }

  /** Closes tabs; one that was closed meanwhile is ignored. */
  close(tabs: readonly Tab[]): Promise<void> {
    return closeTabs(window.tabGroups, tabs);
  }
}

/**
 * When the active account is switched or signed out, closes the tabs of its rooms that no panel and no file system
 * of this extension host knows of. Not when the account's secret was found to be gone: its room then says so.
 */
export function closeOrphansOfAccount(
  accounts: Pick<Accounts, 'current' | 'onDidChange'>,
  session: Pick<Session, 'ready' | 'logError'>,
  tabs: PanelTabs,
): Disposable {
  // After our own panels, which close when the session has left the account: VS Code fails to show a page that is
  // disposed of while other tabs close.
  const close = async () => {
    await session.ready;
    await tabs.close([...tabs.orphans(roomPanel, comparePanel, overviewPanel), ...documentTabs()]);
  };
  let before = accounts.current?.id;
  return accounts.onDidChange(({ secretGone }) => {
    const left = before !== accounts.current?.id && before !== undefined && !secretGone;
    before = accounts.current?.id;
    if (left) close().catch(session.logError);
  });
}

/** The tabs of documents of rooms, without those of saved rooms. */
function documentTabs(): Tab[] {
  return allTabs().filter(
    ({ input }) =>
      input instanceof TabInputText && input.uri.scheme === documentScheme && input.uri.query === '',
  );
}

function allTabs(): Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs);
}
