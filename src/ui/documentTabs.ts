import { type Tab, TabInputText, TabInputTextDiff, type Uri, window } from 'vscode';

/** The tabs that show one of these documents, alone or beside another. */
export function documentTabs(documents: readonly { readonly uri: Uri }[]): Tab[] {
  const wanted = new Set(documents.map(({ uri }) => uri.toString()));
  const shows = (uri: Uri) => wanted.has(uri.toString());
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => {
      if (input instanceof TabInputText) return shows(input.uri);
      return input instanceof TabInputTextDiff && (shows(input.original) || shows(input.modified));
    });
}
