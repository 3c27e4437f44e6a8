import assert from 'node:assert/strict';
import type { Page } from '../../../../src/insights/client/paging.ts';
import { participantOfVideo, roomOfVideo } from '../../../../src/insights/resources/fromVideoApi.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { participantPages } from '../../../../src/rooms/live/participantPages.ts';
import { LiveRoomSource } from '../../../../src/rooms/live/videoSource.ts';
import { never } from '../../insights/scriptedTransport.ts';

const sid = `RM${'1'.repeat(32)}` as const;
const person = (digit: string) => `PA${digit.repeat(32)}`;
const live = new Room({ room_sid: sid, room_status: 'in_progress' });

async function* page(...items: Participant[]): AsyncGenerator<Page<Participant>, void, undefined> {
  yield { items, unreadable: 0, more: false };
}

/** What comes of a room, of those who Insights and the Video API list. */
async function people(
  room: Room | undefined,
  insights: Participant[],
  video: Record<'connected' | 'disconnected', Participant[]> | Error,
): Promise<Participant[]> {
  const listParticipants = (_sid: string, status: 'connected' | 'disconnected') => {
    if (video instanceof Error) throw video;
    return page(...video[status]);
  };
  const api = {
    hasOwnHost: true,
    listLiveRooms: () => assert.fail(),
    fetchRoom: () => assert.fail(),
    listParticipants,
  };
  const source = new LiveRoomSource(api, () => assert.fail());
  const found: Participant[] = [];
  const pages = participantPages({ listParticipants: () => page(...insights) }, source, sid, room, never);
  for await (const { items } of pages) found.push(...items);
  return found;
}

const alice = new Participant({ participant_sid: person('a'), participant_identity: 'Alice', status: null });
const aliceLive = participantOfVideo({ sid: person('a'), identity: 'other', status: 'connected' });
const bob = participantOfVideo({ sid: person('b'), identity: 'Bob', status: 'connected' });
const gone = participantOfVideo({ sid: person('c'), identity: 'Gone', status: 'disconnected' });

describe('The participants of a room in progress', () => {
  const video = { connected: [aliceLive, bob], disconnected: [gone] };

  it('are those of Insights, filled in, and those whom it has not heard of', async () => {
    const [first, second, ...others] = await people(live, [alice], video);
    assert.deepEqual([first?.read('participant_identity'), first?.read('status')], ['Alice', 'connected']);
    assert.equal(first?.sent, alice.json);
    assert.equal(second, bob);
    assert.deepEqual(others, []);
  });

  it('are those of Insights alone where the Video API fails', async () => {
    assert.deepEqual(await people(live, [alice], new Error('down')), [alice]);
  });

  it('are those of the Video API alone, present and gone, where Insights does not know the room', async () => {
    const room = roomOfVideo({ sid, status: 'in-progress' });
    assert.deepEqual(await people(room, [], video), [aliceLive, bob, gone]);
  });

  it('are those of Insights alone once the room is over, and where the room is not known', async () => {
    for (const room of [new Room({ room_sid: sid, room_status: 'completed' }), undefined])
      assert.deepEqual(await people(room, [alice], new Error('not asked')), [alice]);
  });
});
