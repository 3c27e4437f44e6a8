import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';
import { filterText } from '../../../../src/rooms/filter/filterText.ts';
import {
  apiFilter,
  isNoFilter,
  needsParticipants,
  noFilter,
  roomMatcher,
} from '../../../../src/rooms/filter/roomFilter.ts';
import { format, matches, now, room, sid } from './completedRoom.ts';

describe('a filter of rooms', () => {
  it('leaves every room where it asks for nothing', () => {
    for (const filter of [noFilter, { facets: {} }, { ranges: { duration: {} } }, { facets: { type: [] } }]) {
      assert.ok(isNoFilter(filter));
      assert.ok(matches(filter));
      assert.ok(matches(filter, new Room({})));
      assert.equal(filterText(filter, format), '');
    }
  });

  it('matches by every facet, whichever way the API spells the value', () => {
    for (const [facet, good, bad] of [
      ['status', 'completed', 'in_progress'],
      ['type', 'group_small', 'group'],
      ['codec', 'vp8', 'h264'],
      ['region', 'ie1', 'us1'],
      ['edge', 'dublin', 'frankfurt'],
      ['recording', 'yes', 'no'],
      ['endReason', 'room_ended_via_api', 'timeout'],
    ] as const) {
      assert.ok(matches({ facets: { [facet]: [good] } }), facet);
      assert.ok(matches({ facets: { [facet]: [bad, good] } }), facet);
      assert.ok(!matches({ facets: { [facet]: [bad] } }), facet);
      assert.ok(!matches({ facets: { [facet]: [good] } }, new Room({})), `${facet} of a room that has none`);
    }
  });

  it('counts a room in progress that has an end as completed', () => {
    const inProgress = { facets: { status: ['in_progress'] } };
    const completed = { facets: { status: ['completed'] } };
    const over = room.with({ room_status: 'in-progress' });
    assert.deepEqual([matches(completed, over), matches(inProgress, over)], [true, false]);
    const live = over.with({ end_time: null });
    assert.deepEqual([matches(completed, live), matches(inProgress, live)], [false, true]);
    const summarized = live.with({ processing_state: 'complete' });
    assert.deepEqual([matches(completed, summarized), matches(inProgress, summarized)], [true, false]);
  });

  it('wants all of its parts, and one of each part’s values', () => {
    assert.ok(matches({ facets: { type: ['group', 'group_small'], codec: ['vp8'] }, text: 'stand' }));
    assert.ok(!matches({ facets: { type: ['group_small'], codec: ['h264'] } }));
  });

  it('takes limits from below and up to above', () => {
    assert.ok(matches({ ranges: { duration: { from: 1200, below: 1201 } } }));
    assert.ok(!matches({ ranges: { duration: { below: 1200 } } }));
    assert.ok(matches({ ranges: { size: { from: 4, below: 5 } } }));
    assert.ok(!matches({ ranges: { size: { from: 5 } } }));
    assert.ok(!matches({ ranges: { size: { from: 0 } } }, new Room({})), 'nobody knows how large');
  });

  it('measures a live room until now', () => {
    const live = new Room({ room_status: 'in-progress', create_time: '2026-11-20T11:00:00Z' });
    assert.ok(matches({ ranges: { duration: { from: 3600, below: 3601 } } }, live));
  });

  it('finds text in name and SID, in any case and any composition of letters', () => {
    for (const text of [
      'stand-UP',
      'équipe',
      'E\u0301quipe',
      '国際',
      sid.slice(5, 12).toUpperCase(),
      ` ${sid} `,
    ])
      assert.ok(matches({ text }), text);
    assert.ok(!matches({ text: 'retro' }));
  });

  it('knows nothing of rooms whose participants are not loaded', () => {
    const filter = { facets: { problem: ['error'] } };
    assert.ok(needsParticipants(filter) && !needsParticipants({ facets: { type: ['group'] } }));
    assert.ok(!matches(filter));
    assert.ok(roomMatcher(filter, () => ({ problem: ['error'] }), now)(room));
    assert.ok(!roomMatcher(filter, () => ({ problem: ['warning'] }), now)(room));
  });

  it('gives the API what the API filters, in its spelling', () => {
    const filter = {
      facets: { type: ['group'], codec: ['vp8', 'opus'], status: ['completed'] },
      name: 'x',
      text: 'y',
    };
    assert.deepEqual(apiFilter(filter), { roomType: ['group'], codec: ['VP8', 'opus'], roomName: 'x' });
    assert.deepEqual(apiFilter({ text: 'y' }), {});
  });
});
