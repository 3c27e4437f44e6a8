import type { QuickPick, QuickPickItem } from 'vscode';

/**
 * Tells which item Enter takes, for a list that is made anew for each text that
 * is typed. Whoever types fast presses Enter before the list of the last
 * letter is on the screen; VS Code then names the place of an item of the
 * list before, where another item is now, or none. What is meant is the first one for what was typed.
 */
export function acceptedItem<Item extends QuickPickItem>(pick: QuickPick<Item>): () => Item | undefined {
  let shown = false;
  pick.onDidChangeValue(() => {
    shown = false;
  });
  // Comes when a new list is on the screen, and when somebody goes through it.
  pick.onDidChangeActive(() => {
    shown = true;
  });
  return () => (shown && pick.selectedItems[0]) || pick.items[0];
}
