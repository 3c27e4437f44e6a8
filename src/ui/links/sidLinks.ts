import { Disposable, languages, window, workspace } from 'vscode';
import { documentScheme, settings } from '../../ids.ts';
import { SidDocumentLinks } from './documentLinks.ts';
import { type HoverDependencies, SidHover } from './sidHover.ts';
import type { RoomsOfParticipants } from './sidTarget.ts';
import { SidTerminalLinks } from './terminalLinks.ts';

/**
 * Documents that users read: local and remote files, unsaved files, cells of notebooks, results of a search, output
 * and logs (of every extension), older versions of a file, and the JSON of rooms. Not settings, comments, input
 * fields, or answers of an assistant.
 */
const schemes = [
  ...['file', 'vscode-remote', 'vscode-vfs', 'untitled', 'vscode-notebook-cell', 'search-editor'],
  ...['output', 'git', documentScheme],
];
const everywhere = schemes.map((scheme) => ({ scheme }));

/**
 * Turns SIDs in editors, output, logs and terminals into links with a hover, unless `videoRooms.links` is
 * off.
 */
export class SidLinks implements Disposable {
  #rooms: RoomsOfParticipants | undefined;
  readonly #documents: SidDocumentLinks;
  readonly #hover: SidHover;
  readonly #terminal: SidTerminalLinks;
  readonly #watching: Disposable;
  #documentLinks: Disposable | undefined;
  #others: Disposable | undefined;

  /** @param load loads the hovers' dependencies; called for the first SID under the pointer */
  constructor(load: () => Promise<HoverDependencies>) {
    const rooms: RoomsOfParticipants = { find: (sid) => this.#rooms?.find(sid) };
    this.#documents = new SidDocumentLinks(rooms);
    this.#hover = new SidHover(load);
    this.#terminal = new SidTerminalLinks(rooms);
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settings.links)) this.#update();
    });
    this.#update();
  }

  /** Links the SIDs of participants too, from now on. */
  connect(rooms: RoomsOfParticipants): void {
    this.#rooms = rooms;
  }

  /**
   * Makes editors request links again, by registering a new provider; more participants can be linked now.
   */
  invalidate(): void {
    if (this.#documentLinks) this.#registerDocumentLinks();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#off();
  }

  #update(): void {
    this.#off();
    if (workspace.getConfiguration().get(settings.links) === false) return;
    this.#others = Disposable.from(
      languages.registerHoverProvider(everywhere, this.#hover),
      window.registerTerminalLinkProvider(this.#terminal),
    );
    this.#registerDocumentLinks();
  }

  #off(): void {
    this.#documentLinks?.dispose();
    this.#others?.dispose();
    this.#documentLinks = undefined;
    this.#others = undefined;
  }

  #registerDocumentLinks(): void {
    this.#documentLinks?.dispose();
    this.#documentLinks = languages.registerDocumentLinkProvider(everywhere, this.#documents);
  }
}
