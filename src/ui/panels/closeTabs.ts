import type { Tab, TabGroups } from 'vscode';

/** The groups of tabs of this window. */
type Groups = Pick<TabGroups, 'close'> & {
  readonly all: readonly { readonly tabs: readonly Tab[] }[];
};

/**
 * Closes those of the tabs that are still there, and keeps the focus. VS Code throws "Invalid tab" for a single one
 * that is gone, and closes none of the others then.
 */
export async function closeTabs(groups: Groups, tabs: readonly Tab[]): Promise<void> {
  const present = new Set(groups.all.flatMap((group) => group.tabs));
  const left = tabs.filter((tab) => present.has(tab));
  if (left.length > 0) await groups.close(left, true);
}
