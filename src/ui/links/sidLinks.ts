import { Disposable, languages, window, workspace } from 'vscode';
import { documentScheme, settings } from '../../ids.ts';
import { ParticipantRooms } from '../../rooms/links/participantRooms.ts';
import type { RoomStore } from '../../rooms/store.ts';
import type { Presentation } from '../presentation.ts';
import type { Session } from '../session.ts';
import { SidDocumentLinks } from './documentLinks.ts';
import { RoomOnce } from './roomOnce.ts';
import { SidHover } from './sidHover.ts';
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
  readonly #rooms: ParticipantRooms;
  readonly #once: RoomOnce;
  readonly #documents: SidDocumentLinks;
  readonly #hover: SidHover;
  readonly #terminal: SidTerminalLinks;
  readonly #watching: Disposable;
  #documentLinks: Disposable | undefined;
  #others: Disposable | undefined;

  constructor(store: RoomStore, session: Session, presentation: Presentation) {
    this.#rooms = new ParticipantRooms(store, () => this.#lookAgain());
    this.#once = new RoomOnce(store, session.report);
    this.#documents = new SidDocumentLinks(this.#rooms);
    this.#hover = new SidHover({ store, session, presentation, rooms: this.#rooms, once: this.#once });
    this.#terminal = new SidTerminalLinks(this.#rooms);
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settings.links)) this.#follow();
    });
    this.#follow();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#rooms.dispose();
    this.#once.dispose();
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

  /** Further participants lead somewhere now. Editors ask for links again when a provider is new. */
  #lookAgain(): void {
    if (this.#documentLinks) this.#lookForLinks();
  }

  #lookForLinks(): void {
    this.#documentLinks?.dispose();
    this.#documentLinks = languages.registerDocumentLinkProvider(everywhere, this.#documents);
  }
}
