import { t } from '@vscode/l10n';
import type { Call } from '../../calls/summary/call.ts';
import type { SavedRoom } from '../../export/savedRoom/savedRoom.ts';
import { explainSavedRoom, type SavedRoomError } from '../../export/savedRoom/savedRoomError.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { FailureView, PageState } from '../../protocol/roomPage.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import type { Format } from '../../text/format.ts';
import { failureView, signedOutView } from '../common/failureView.ts';
import { pageLabels } from '../common/pageLabels.ts';
import { callView } from './callView.ts';
import { participantDetails } from './participantDetailsView.ts';
import { participantsView } from './participantsView.ts';
import { roomView } from './roomView.ts';
import { savedFreshness, savedView } from './savedRoomView.ts';

/**
 * The rows of the participants' table and the lanes of the timeline that the first rendering can need. With
 * all of a room of 1,000 participants, it would wait for the text of 30,000 cells and 1,000 stays.
 */
const first = { rows: 30, lanes: 60 };
const all = { rows: Number.POSITIVE_INFINITY, lanes: Number.POSITIVE_INFINITY };

/** The input of the page of a room. */
export interface RoomPageInput {
  readonly room: Room | undefined;
  readonly participantsState: ParticipantsState | undefined;
  /** Undefined until the participants are known, see `isKnown`. */
  readonly call: Call | undefined;
  /** Whether the room itself is being fetched. */
  readonly loading: boolean;
  readonly signedIn: boolean;
  /** Whether the user is notified when the room has ended. */
  readonly watched?: boolean;
  /** Key of the participant selected in the page. */
  readonly chosen?: string | undefined;
  /** Whether the first rendering is enough; the rest is requested later. */
  readonly firstOnly?: boolean;
  /** The failure of the room, or of its latest fetch. */
  readonly error?: unknown;
  /** The saved room, if the room comes from a file. */
  readonly saved?: SavedRoom | undefined;
  /** The reason why a file cannot be shown. */
  readonly problem?: SavedRoomError | undefined;
}

/** The view model of the page of a room. */
export function pageState(input: RoomPageInput, format: Format): PageState {
  const { room, participantsState, loading, saved } = input;
  const failure = saved ? undefined : failureOf(input);
  const page = { labels: pageLabels(), locale: format.locale, loading };
  if (room && saved) return { ...page, ...savedRoomState(room, saved, input, format) };
  return {
    ...page,
    ...(room && { room: roomView(room, format) }),
    ...(room?.live && room.sid && { watched: input.watched ?? false }),
    ...callAndDetails(input, format),
    ...(room?.sid && {
      participants: participantsView(participantsState, format, wanted(input).rows, input.call?.analysis),
    }),
    ...(failure && { failure }),
  };
}

/** A room from a file, as it was when saved; only Twilio's retention is computed with today's clock. */
function savedRoomState(
  room: Room,
  saved: SavedRoom,
  input: RoomPageInput,
  format: Format,
): Omit<PageState, 'labels' | 'locale' | 'loading'> {
  const then = format.asOf(saved.savedAt);
  const { call, ...rest } = callAndDetails(input, then);
  return {
    room: roomView(room, then),
    saved: savedView(saved, format),
    ...rest,
    ...(call && { call: { ...call, freshness: savedFreshness(room, saved.savedAt, format) } }),
    participants: participantsView(input.participantsState, then, wanted(input).rows, input.call?.analysis),
  };
}

function failureOf({
  room,
  participantsState,
  signedIn,
  error,
  problem,
}: RoomPageInput): FailureView | undefined {
  if (problem) return savedFailureView(problem);
  if (!signedIn && !room) return signedOutView();
  const failed = error ?? (participantsState?.state === 'failed' ? participantsState.error : undefined);
  return failed === undefined ? undefined : failureView(failed, room !== undefined);
}

function savedFailureView(problem: SavedRoomError): FailureView {
  const actions: FailureView['actions'] =
    problem.kind === 'tooLarge' || problem.kind === 'unreadable'
      ? []
      : [{ id: 'openText', label: t('Open as Text') }];
  return { ...explainSavedRoom(problem), actions };
}

function wanted({ firstOnly }: RoomPageInput) {
  return firstOnly ? first : all;
}

function callAndDetails(input: RoomPageInput, format: Format): Pick<PageState, 'call' | 'details'> {
  const { call, chosen } = input;
  if (!call) return {};
  const details = chosen === undefined ? undefined : participantDetails(call, chosen, format);
  return { call: callView(call, format, wanted(input).lanes), ...(details && { details }) };
}
