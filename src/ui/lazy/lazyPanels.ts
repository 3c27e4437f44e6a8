import type { CustomReadonlyEditorProvider, WebviewPanelSerializer } from 'vscode';
import { trackClosed } from '../common/closedPanel.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import type { SavedRoomEditor } from '../panels/savedRoomEditor.ts';

/** Restores panels after a reload of the window; the real serializer is loaded with the first panel. */
export function lazyPanels(load: () => Promise<WebviewPanelSerializer>): WebviewPanelSerializer {
  return {
    async deserializeWebviewPanel(panel, state) {
      const isClosed = trackClosed(panel);
      const panels = await load();
      if (!isClosed()) await panels.deserializeWebviewPanel(panel, state);
    },
  };
}

/** The editor of saved rooms; the real one is loaded with the first file. */
export function lazyEditor(
  load: () => Promise<SavedRoomEditor>,
): CustomReadonlyEditorProvider<SavedRoomDocument> {
  return {
    openCustomDocument: async (uri) => (await load()).openCustomDocument(uri),
    resolveCustomEditor: async (file, panel) => (await load()).resolveCustomEditor(file, panel),
  };
}
