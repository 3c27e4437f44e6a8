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
import { windowSlice } from '../../rooms/window/timeWindow.ts';
import { runTool } from './runTool.ts';
import type { AssistantDependencies } from './toolTypes.ts';

/**
 * The tools that assistants call. A failure is returned as an answer too, so that the model can report it.
 */
export class RoomTools implements Disposable {
  readonly #deps: AssistantDependencies;
  readonly #rooms: RoomLookup;

  constructor(deps: AssistantDependencies) {
    this.#deps = deps;
    this.#rooms = new RoomLookup(deps.store, Date.now);
  }

  readonly listRooms: LanguageModelTool<unknown> = {
    prepareInvocation: ({ input }) => {
      const read = readToolInput(listInput, input);
      if ('problem' in read) return {};
      return prepared(confirmListing(mayName(read.input), read.input.check ?? 0));
    },
    invoke: runTool(listInput, (input, signal) => this.#list(input, signal), this.#logError),
  };

  readonly getRoom: LanguageModelTool<unknown> = {
    prepareInvocation: ({ input }) => preparedForRoom(readToolInput(getInput, input)),
    invoke: runTool(
      getInput,
      (input, signal) =>
        this.#answerFor(input, signal, (room) => getAnswer(room, input.skip ?? 0, this.#format)),
      this.#logError,
    ),
  };

  readonly explainRoom: LanguageModelTool<unknown> = {
    prepareInvocation: ({ input }) => preparedForRoom(readToolInput(explainInput, input)),
    invoke: runTool(
      explainInput,
      (input, signal) => this.#answerFor(input, signal, (room) => explainAnswer(room, this.#format)),
      this.#logError,
    ),
  };

  dispose(): void {
    this.#rooms.dispose();
  }

  get #format() {
    return this.#deps.formatSettings.format;
  }

  get #logError() {
    return (error: unknown) => this.#deps.session.logError(error);
  }

  async #list(input: ListInput, signal: AbortSignal): Promise<RowsText | string> {
    const { session, store, visibleRooms, listOptions } = this.#deps;
    await session.ready;
    if (!store.signedIn) return signedOutAnswer();
    const { account } = session;
    const format = this.#format;
    const now = format.now();
    const range = rangeOf(input, format);
    if (range && 'problem' in range) return range.problem;
    const asked = await this.#rooms.find(
      {
        slice: range ?? windowSlice(listOptions.window, now),
        own: range === undefined,
        filter: listOptions.filter,
        refresh: input.refresh ?? false,
      },
      signal,
    );
    const calls = await visibleRooms.loadCalls();
    if (input.check) await loadProblems(store, roomsAskedFor({ asked, input }, now), input.check, signal);
    signal.throwIfAborted();
    if (session.account?.id !== account?.id) return switchedAnswer();
    const names = mayName(input);
    return listAnswer(
      {
        asked,
        input,
        names,
        sample: account?.kind === 'sample',
        nameOf: (room) => this.#rooms.names.of(room, names),
        problemOf: problemOf(calls),
      },
      format,
    );
  }

  async #answerFor(
    input: RoomInput,
    signal: AbortSignal,
    answer: (room: RoomAnswerInput) => RowsText,
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
    const loaded = store.participantsState(sid);
    // The failure log reports failures of the store.
    if (loaded?.state === 'failed') return failureAnswer(loaded.error);
    if (loaded?.state !== 'complete' || session.account?.id !== account?.id) return switchedAnswer();
    const { participants, unreadable } = loaded;
    const names = mayName(input);
    return answer({
      room,
      participants,
      unreadable,
      names,
      person: input.person,
      sample: account?.kind === 'sample',
      nameOf: (one) => this.#rooms.names.of(one, names),
    });
  }

  /** A live room may change at any time, so it is fetched again, together with its participants. */
  async #room(sid: RoomSid, refresh: boolean, signal: AbortSignal): Promise<Room> {
    const { store } = this.#deps;
    const known = store.room(sid);
    return known && !known.live && !refresh ? known : store.fetchRoom(sid, signal);
  }
}

/**
 * Names are returned only if the call asks for them, which the confirmation says, and the setting allows it.
 * The confirmation alone is not enough: the user can give it once for all later calls, and then the model
 * would decide.
 */
function mayName({ includeNames }: { readonly includeNames?: boolean | undefined }): boolean {
  return includeNames === true && workspace.getConfiguration().get(settings.assistantNames) === true;
}

function preparedForRoom(
  read: ReturnType<typeof readToolInput<typeof explainInput>>,
): PreparedToolInvocation {
  // Invalid input needs no confirmation: the call returns at once and says what is wrong.
  if ('problem' in read) return {};
  return prepared(confirmReading(findRoomSid(read.input.room), mayName(read.input)));
}

function prepared({ title, message, running }: Confirmation): PreparedToolInvocation {
  return {
    invocationMessage: running,
    confirmationMessages: { title, message: new MarkdownString(message) },
  };
}
