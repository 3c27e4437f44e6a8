import type { QuickPick, QuickPickItem } from 'vscode';

/**
 * Returns a function for the item that Enter accepts, for a QuickPick whose items are replaced on each key.
 * If the user types fast, Enter comes before the latest items are on the screen; `selectedItems` then has
 * another item, at the index selected in the previous list, or none. The accepted item is then the first one
 * for the typed text.
 */
export function acceptedItem<Item extends QuickPickItem>(pick: QuickPick<Item>): () => Item | undefined {
  let shown = false;
  pick.onDidChangeValue(() => {
    shown = false;
  });
  // Fires when a new list is on the screen, and when the user moves through it.
  pick.onDidChangeActive(() => {
    shown = true;
  });
  return () => (shown && pick.selectedItems[0]) || pick.items[0];
}
