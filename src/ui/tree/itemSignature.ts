import { ThemeIcon, type TreeItem, TreeItemCollapsibleState } from 'vscode';

/** All that can be seen or heard of a row, to be compared. Whether it is expanded is the view's own affair. */
export function itemSignature(item: TreeItem): string {
  const { label, description, tooltip, iconPath, contextValue, accessibilityInformation } = item;
  const icon = iconPath instanceof ThemeIcon ? [iconPath.id, iconPath.color?.id] : iconPath;
  const spoken = accessibilityInformation?.label;
  return JSON.stringify([item.id, label, description, tooltip, icon, contextValue, spoken, isLeaf(item)]);
}

export function isLeaf({ collapsibleState }: TreeItem): boolean {
  return (collapsibleState ?? TreeItemCollapsibleState.None) === TreeItemCollapsibleState.None;
}
