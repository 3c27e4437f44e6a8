import {
  type CancellationToken,
  Hover,
  type HoverProvider,
  Position,
  Range,
  type TextDocument,
} from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { sidAt, sidLength } from '../../rooms/sids/findSids.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { CallCache } from '../../rooms/visible/callCache.ts';
import { toAbortSignal } from '../common/toAbortSignal.ts';
import type { Session } from '../session/session.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import { isOwn } from './documentLinks.ts';
import type { HoverLookup } from './hoverLookup.ts';
import { type RoomsOfParticipants, type SidTarget, targetOf } from './sidTarget.ts';

export interface HoverDependencies {
  readonly store: RoomStore;
  readonly session: Session;
  readonly loadCalls: () => Promise<CallCache>;
  readonly formatSettings: FormatSettings;
  readonly rooms: RoomsOfParticipants;
  readonly once: HoverLookup;
}

/** Shows a room's main fields when the pointer rests on its SID; fetches the room only then. */
export class SidHover implements HoverProvider {
  readonly #load: () => Promise<HoverDependencies>;

  /** @param load called for the first SID under the pointer */
  constructor(load: () => Promise<HoverDependencies>) {
    this.#load = load;
  }

  async provideHover(
    document: TextDocument,
    { line, character }: Position,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const found = sidAt(document.lineAt(line).text, character);
    if (!found || isOwn(document, found.sid)) return undefined;
    const deps = await this.#load();
    const { session, store, rooms } = deps;
    await session.ready;
    const target = targetOf(found, rooms);
    if (!target || token.isCancellationRequested) return undefined;
    const hoverText = await import('./hoverText.ts');
    const text = store.signedIn
      ? await summary(deps, target, toAbortSignal(token))
      : hoverText.signedOutHover();
    const range = new Range(new Position(line, found.offset), new Position(line, found.offset + sidLength));
    return text && new Hover(text, range);
  }
}

async function summary(
  { store, loadCalls, formatSettings, once }: HoverDependencies,
  [sid, participant]: SidTarget,
  signal: AbortSignal,
) {
  const hoverText = await import('./hoverText.ts');
  try {
    const room = await once.fetch(sid, signal);
    const participantsState = store.participantsState(room.key);
    const known =
      participantsState?.state === 'complete' ? (await loadCalls()).summaryOf(room.key) : undefined;
    return hoverText.roomHover(
      { room, participantsState, participant, summary: known },
      formatSettings.format,
    );
  } catch (error) {
    return isAbort(error) ? undefined : hoverText.failureHover(error);
  }
}
