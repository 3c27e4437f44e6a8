import { Disposable, languages, window, workspace } from 'vscode';
import { documentScheme, settings } from '../../ids.ts';
import { SidDocumentLinks } from './documentLinks.ts';
import { type HoverDependencies, SidHover } from './sidHover.ts';
import type { RoomsOfParticipants } from './sidTarget.ts';
import { SidTerminalLinks } from './terminalLinks.ts';

/**
 * Where people read: files, here or on another machine, what is not saved yet,
 * output and logs, older versions of a file, and the JSON of rooms. Not settings,
 * comments, input fields, or answers of an assistant.
 */
const schemes = ['file', 'vscode-remote', 'vscode-vfs', 'untitled', 'output', 'git', documentScheme];
const everywhere = schemes.map((scheme) => ({ scheme }));

/** SIDs in editors, output, logs and terminals as links with a hover, unless the setting `videoRooms.links` is off. */
export class SidLinks implements Disposable {
  #rooms: RoomsOfParticipants | undefined;
  readonly #documents: SidDocumentLinks;
  readonly #hover: SidHover;
  readonly #terminal: SidTerminalLinks;
  readonly #watching: Disposable;
  #documentLinks: Disposable | undefined;
  #others: Disposable | undefined;

  /** @param load what hovers tell from; called with the first SID that is pointed at */
  constructor(load: () => Promise<HoverDependencies>) {
    const rooms: RoomsOfParticipants = { roomOf: (sid) => this.#rooms?.roomOf(sid) };
    this.#documents = new SidDocumentLinks(rooms);
    this.#hover = new SidHover(load);
    this.#terminal = new SidTerminalLinks(rooms);
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settings.links)) this.#follow();
    });
    this.#follow();
  }

  /** Participants lead somewhere too, from now on. */
  connect(rooms: RoomsOfParticipants): void {
    this.#rooms = rooms;
  }

  /** Further participants lead somewhere now. Editors ask for links again when a provider is new. */
  invalidate(): void {
    if (this.#documentLinks) this.#lookForLinks();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#off();
  }

  #follow(): void {
    this.#off();
    if (workspace.getConfiguration().get(settings.links) === false) return;
    this.#others = Disposable.from(
      languages.registerHoverProvider(everywhere, this.#hover),
      window.registerTerminalLinkProvider(this.#terminal),
    );
    this.#lookForLinks();
  }

  #off(): void {
    this.#documentLinks?.dispose();
    this.#others?.dispose();
    this.#documentLinks = undefined;
    this.#others = undefined;
  }

  #lookForLinks(): void {
    this.#documentLinks?.dispose();
    this.#documentLinks = languages.registerDocumentLinkProvider(everywhere, this.#documents);
  }
}
