import type { Page } from '../../insights/client/paging.ts';
import { foldSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomSource } from '../model/storeState.ts';
import type { LiveRoomSource } from './videoSource.ts';

/**
 * The participants of a room. For a room in progress, the Video API also reports who is in it: participants
 * and fields that Insights does not have yet are filled in; where both have a value, Insights takes
 * precedence. A room that Insights does not know is read from the Video API alone.
 * @param singleSource whether the source that knows the room is enough
 * @throws InsightsError if the source that knows the room fails; a failure to fill in from the Video API is
 * ignored
 */
export async function* participantPages(
  insights: Pick<RoomSource, 'listParticipants'>,
  video: LiveRoomSource,
  sid: RoomSid,
  room: Room | undefined,
  signal: AbortSignal,
  singleSource = false,
): AsyncGenerator<Page<Participant>, void, undefined> {
  if (room?.source === 'video' && video.available) {
    yield* video.participants(sid, ['connected', 'disconnected'], signal);
    return;
  }
  const present =
    room?.live && !singleSource && video.available ? await presentIn(video, sid, signal) : new Map();
  for await (const page of insights.listParticipants(sid, signal)) {
    yield { ...page, items: page.items.map((one) => filled(one, present)) };
  }
  if (present.size > 0) yield { items: [...present.values()], unreadable: 0, more: false };
}

async function presentIn(
  video: LiveRoomSource,
  sid: RoomSid,
  signal: AbortSignal,
): Promise<Map<string, Participant>> {
  const present = new Map<string, Participant>();
  try {
    for await (const { items } of video.participants(sid, ['connected'], signal)) {
      for (const one of items) if (one.sid) present.set(foldSid(one.sid), one);
    }
  } catch {
    signal.throwIfAborted(); // If not aborted, Insights has to do: its own failure is reported.
  }
  return present;
}

/** Fills in a participant from `present`, and removes it there. */
function filled(one: Participant, present: Map<string, Participant>): Participant {
  const sid = one.sid && foldSid(one.sid);
  const other = sid && present.get(sid);
  if (!other) return one;
  present.delete(sid);
  return one.filledFrom(other);
}
