import type { Page } from '../../insights/client/paging.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomSource } from '../model/storeState.ts';
import type { LiveRoomSource } from './videoSource.ts';

/**
 * The participants of a room. Of a room in progress the Video API tells too
 * who is in it: what Insights has not heard of yet is filled in, and where both
 * say something, Insights is believed. A room that Insights does not know is
 * told of by the Video API alone.
 * @param alone the source that knows the room is enough
 * @throws InsightsError where Insights fails; what the Video API fails to tell is left out
 */
export async function* participantPages(
  insights: Pick<RoomSource, 'listParticipants'>,
  video: LiveRoomSource,
  sid: RoomSid,
  room: Room | undefined,
  signal: AbortSignal,
  alone = false,
): AsyncGenerator<Page<Participant>, void, undefined> {
  if (room?.source === 'video' && video.available) {
    yield* video.participants(sid, ['connected', 'disconnected'], signal);
    return;
  }
  const present = room?.live && !alone && video.available ? await presentIn(video, sid, signal) : new Map();
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
      for (const one of items) if (one.sid) present.set(one.sid, one);
    }
  } catch {
    signal.throwIfAborted(); // Else Insights has to do: its own failure will be told.
  }
  return present;
}

/** Takes out of `present` who is known to Insights too. */
function filled(one: Participant, present: Map<string, Participant>): Participant {
  const other = one.sid && present.get(one.sid);
  if (!other) return one;
  present.delete(other.key);
  return one.filledFrom(other);
}
