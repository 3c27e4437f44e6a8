import { ThemeIcon, type TreeItem, TreeItemCollapsibleState } from 'vscode';

/**
 * Everything visible or read aloud of a row, for comparison. The expansion state is left out: it belongs to the
 * view.
 */
export function itemSignature(item: TreeItem): string {
  const { label, description, tooltip, iconPath, contextValue, accessibilityInformation } = item;
  const icon = iconPath instanceof ThemeIcon ? [iconPath.id, iconPath.color?.id] : iconPath;
  const accessibleLabel = accessibilityInformation?.label;
  return JSON.stringify([
    item.id,
    label,
    description,
    tooltip,
    icon,
    contextValue,
    accessibleLabel,
    isLeaf(item),
  ]);
}

/** Whether a row cannot be expanded. */
export function isLeaf({ collapsibleState }: TreeItem): boolean {
  return (collapsibleState ?? TreeItemCollapsibleState.None) === TreeItemCollapsibleState.None;
}
