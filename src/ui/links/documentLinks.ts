import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  DocumentLink,
  type DocumentLinkProvider,
  Position,
  Range,
  type TextDocument,
} from 'vscode';
import { documentScheme } from '../../ids.ts';
import { type FoundSid, findSids, sidLength } from '../../rooms/sids/findSids.ts';
import { openUri, type RoomsOfParticipants, targetOf } from './sidTarget.ts';

/**
 * VS Code renders every link. A document with more SIDs is a dump; *Open Room by SID…* takes a selected SID.
 */
const maxLinks = 5000;
/** In UTF-16 code units; larger documents get no links. */
const maxCharacters = 20_000_000;

/** Turns SIDs in text documents into links to their rooms. */
export class SidDocumentLinks implements DocumentLinkProvider {
  readonly #rooms: RoomsOfParticipants;

  constructor(rooms: RoomsOfParticipants) {
    this.#rooms = rooms;
  }

  provideDocumentLinks(document: TextDocument, token: CancellationToken): DocumentLink[] {
    if (token.isCancellationRequested) return [];
    const text = document.getText();
    if (text.length > maxCharacters) return [];
    return findSids(text, maxLinks)
      .filter(({ sid }) => !isOwn(document, sid))
      .flatMap((found) => this.#linkOf(found, document));
  }

  #linkOf(found: FoundSid, document: TextDocument): DocumentLink[] {
    const target = targetOf(found, this.#rooms);
    if (!target) return [];
    const start = document.positionAt(found.offset);
    // A SID does not span lines.
    const range = new Range(start, new Position(start.line, start.character + sidLength));
    const link = new DocumentLink(range, openUri(target));
    link.tooltip = found.kind === 'room' ? t('Open Room') : t('Open Room with This Participant');
    return [link];
  }
}

/** Whether the document is the JSON of that very room or participant, so that a link would be of no use. */
export function isOwn({ uri }: TextDocument, sid: string): boolean {
  return uri.scheme === documentScheme && uri.path.toLowerCase().endsWith(`/${sid}.json`.toLowerCase());
}
