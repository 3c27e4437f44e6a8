import { t } from '@vscode/l10n';
import {
  type TerminalLink,
  type TerminalLinkContext,
  type TerminalLinkProvider,
  commands as vscodeCommands,
} from 'vscode';
import { commands } from '../../ids.ts';
import { findSids, sidLength } from '../../rooms/sids/findSids.ts';
import { type RoomsOfParticipants, type SidTarget, targetOf } from './sidTarget.ts';

interface SidTerminalLink extends TerminalLink {
  readonly target: SidTarget;
}

/** Turns SIDs in terminals into links to their rooms. */
export class SidTerminalLinks implements TerminalLinkProvider<SidTerminalLink> {
  readonly #rooms: RoomsOfParticipants;

  constructor(rooms: RoomsOfParticipants) {
    this.#rooms = rooms;
  }

  provideTerminalLinks({ line }: TerminalLinkContext): SidTerminalLink[] {
    return findSids(line).flatMap((found) => {
      const target = targetOf(found, this.#rooms);
      return target ? [{ startIndex: found.offset, length: sidLength, tooltip: t('Open Room'), target }] : [];
    });
  }

  async handleTerminalLink({ target }: SidTerminalLink): Promise<void> {
    await vscodeCommands.executeCommand(commands.openRoomBySid, ...target);
  }
}
