import type { Disposable, LanguageModelTool, PreparedToolInvocation } from 'vscode';
import { MarkdownString, workspace } from 'vscode';
import { type Confirmation, confirmListing, confirmReading } from '../../assistant/confirmation.ts';
import {
  failureAnswer,
  noSidAnswer,
  signedOutAnswer,
  switchedAnswer,
} from '../../assistant/failureAnswer.ts';
import { listAnswer, roomsAskedFor } from '../../assistant/listAnswer.ts';
import { loadProblems, problemOf } from '../../assistant/loadProblems.ts';
import { explainAnswer, getAnswer, type RoomAnswerInput, type RowsText } from '../../assistant/roomAnswer.ts';
import { RoomLookup } from '../../assistant/roomLookup.ts';
import {
  explainInput,
  getInput,
  type ListInput,
  listInput,
  type RoomInput,
  rangeOf,
  readToolInput,
} from '../../assistant/toolInput.ts';
import { settings } from '../../ids.ts';
import { findRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import { zoneOf } from '../../rooms/window/calendar.ts';
import { windowSlice } from '../../rooms/window/timeWindow.ts';
import { runTool } from './runTool.ts';
import type { AssistantDependencies } from './toolTypes.ts';

/** What assistants are answered. Whatever goes wrong is an answer too, so that a model can say it on. */
export class RoomTools implements Disposable {
  readonly #deps: AssistantDependencies;
  readonly #rooms: RoomLookup;

  constructor(sources: AssistantDependencies) {
    this.#deps = sources;
    this.#rooms = new RoomLookup(sources.store, Date.now);
  }

  readonly listRooms: LanguageModelTool<unknown> = {
    prepareInvocation: ({ input }) => {
      const read = readToolInput(listInput, input);
      if ('notUnderstood' in read) return {};
      return prepared(confirmListing(mayName(read.input), read.input.check ?? 0));
    },
    invoke: runTool(listInput, (input, signal) => this.#list(input, signal), this.#report),
  };

  readonly getRoom: LanguageModelTool<unknown> = {
    prepareInvocation: ({ input }) => preparedForRoom(readToolInput(getInput, input)),
    invoke: runTool(
      getInput,
      (input, signal) =>
        this.#about(input, signal, (facts) => getAnswer(facts, input.skip ?? 0, this.#format)),
      this.#report,
    ),
  };

  readonly explainRoom: LanguageModelTool<unknown> = {
    prepareInvocation: ({ input }) => preparedForRoom(readToolInput(explainInput, input)),
    invoke: runTool(
      explainInput,
      (input, signal) => this.#about(input, signal, (facts) => explainAnswer(facts, this.#format)),
      this.#report,
    ),
  };

  dispose(): void {
    this.#rooms.dispose();
  }

  get #format() {
    return this.#deps.presentation.format;
  }

  get #report() {
    return (error: unknown) => this.#deps.session.report(error);
  }

  async #list(input: ListInput, signal: AbortSignal): Promise<RowsText | string> {
    const { session, store, shown, choices } = this.#deps;
    await session.ready;
    if (!store.signedIn) return signedOutAnswer();
    const { account } = session;
    const format = this.#format;
    const now = format.now();
    const range = rangeOf(input, now, zoneOf(format.times, format.locale));
    if (range && 'problem' in range) return range.problem;
    const asked = await this.#rooms.find(
      {
        slice: range ?? windowSlice(choices.window, now),
        own: range === undefined,
        filter: choices.filter,
        refresh: input.refresh ?? false,
      },
      signal,
    );
    const calls = await shown.loadCalls();
    if (input.check) await loadProblems(store, roomsAskedFor({ asked, input }, now), input.check, signal);
    signal.throwIfAborted();
    if (session.account?.id !== account?.id) return switchedAnswer();
    const names = mayName(input);
    return listAnswer(
      {
        ...{ asked, input, names, sample: account?.kind === 'sample' },
        nameOf: (room) => this.#rooms.names.of(room, names),
        problemOf: problemOf(calls),
      },
      format,
    );
  }

  async #about(
    input: RoomInput,
    signal: AbortSignal,
    answer: (facts: RoomAnswerInput) => RowsText,
  ): Promise<RowsText | string> {
    const { session, store } = this.#deps;
    const sid = findRoomSid(input.room);
    if (!sid) return noSidAnswer();
    await session.ready;
    if (!store.signedIn) return signedOutAnswer();
    const { account } = session;
    const room = await this.#room(sid, input.refresh ?? false, signal);
    const known = store.participantsState(sid);
    if (known?.state !== 'complete' || known.stale || input.refresh)
      await store.loadParticipants(sid, signal);
    signal.throwIfAborted();
    const participation = store.participantsState(sid);
    // The store's failures are in the log.
    if (participation?.state === 'failed') return failureAnswer(participation.error);
    if (participation?.state !== 'complete' || session.account?.id !== account?.id) return switchedAnswer();
    const { participants, unreadable } = participation;
    const names = mayName(input);
    return answer({
      ...{ room, participants, unreadable, names, person: input.person },
      sample: account?.kind === 'sample',
      nameOf: (one) => this.#rooms.names.of(one, names),
    });
  }

  /** A live room is another one at any time: it is fetched anew, and its participants with it. */
  async #room(sid: RoomSid, refresh: boolean, signal: AbortSignal): Promise<Room> {
    const { store } = this.#deps;
    const known = store.room(sid);
    return known && !known.live && !refresh ? known : store.fetchRoom(sid, signal);
  }
}

/**
 * Names are given only where the call asks for them, which the confirmation
 * says, and the setting allows it. The confirmation alone would not do: it can
 * be given once for all calls to come, and then a model would decide.
 */
function mayName({ includeNames }: { readonly includeNames?: boolean | undefined }): boolean {
  return includeNames === true && workspace.getConfiguration().get(settings.assistantNames) === true;
}

function preparedForRoom(
  read: ReturnType<typeof readToolInput<typeof explainInput>>,
): PreparedToolInvocation {
  // A call that cannot be understood is answered at once, with what is wrong about it.
  if ('notUnderstood' in read) return {};
  return prepared(confirmReading(findRoomSid(read.input.room), mayName(read.input)));
}

function prepared({ title, message, running }: Confirmation): PreparedToolInvocation {
  return {
    invocationMessage: running,
    confirmationMessages: { title, message: new MarkdownString(message) },
  };
}
