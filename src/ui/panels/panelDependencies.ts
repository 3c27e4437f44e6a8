import type { Uri } from 'vscode';
import type { Account } from '../../accounts/account.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { CallCache } from '../../rooms/visible/callCache.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { WatchedKeys } from '../tree/roomRows.ts';
import type { PanelTabs } from './panelTabs.ts';

export interface PanelDependencies {
  readonly extensionUri: Uri;
  readonly store: RoomStore;
  /** The calls of the store's rooms; loads their analysis. */
  readonly loadCalls: () => Promise<CallCache>;
  readonly formatSettings: FormatSettings;
  readonly watched: WatchedKeys;
  /** The account that the rooms in the store belong to. */
  readonly activeAccount: () => Account | undefined;
  readonly tabs: PanelTabs;
  readonly logError: (error: unknown) => void;
}
