import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Room } from '../../../../src/insights/resources/room.ts';
import { filterText } from '../../../../src/rooms/filter/filterText.ts';
import { limitsText, parseLimits } from '../../../../src/rooms/filter/presets.ts';
import {
  apiFilter,
  isNoFilter,
  needsParticipants,
  noFilter,
  type RoomFilter,
  roomMatcher,
} from '../../../../src/rooms/filter/roomFilter.ts';
import { readFilter } from '../../../../src/rooms/filter/storedFilter.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 20, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });
const sid = `RM${'0123456789abcdef'.repeat(2)}`;

const room = new Room({
  room_sid: sid,
  room_name: 'Stand-up: Équipe 国際',
  room_status: 'completed',
  room_type: 'group-small',
  codecs: ['VP8', 'opus'],
  media_region: 'ie1',
  edge_location: 'dublin',
  recording_enabled: true,
  end_reason: 'room-ended-via-api',
  create_time: '2026-11-20T10:00:00Z',
  end_time: '2026-11-20T10:20:00Z',
  duration_sec: 1200,
  unique_participants: 4,
});

const unknown = () => undefined;
const matches = (filter: RoomFilter, one: Room = room) => roomMatcher(filter, unknown, now)(one);

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

  it('is a sentence that names every part', () => {
    for (const [filter, words] of [
      [
        { facets: { type: ['group'], codec: ['vp8'] }, ranges: { duration: { from: 600 } } },
        'Group · VP8 · 10 min or longer',
      ],
      [{ facets: { codec: ['vp8', 'h264'] } }, 'VP8 or H264'],
      [{ text: 'stand', name: 'Stand-up' }, '“stand” · named “Stand-up”'],
      [
        { facets: { recording: ['no'] }, ranges: { size: { from: 1, below: 2 } } },
        'not recorded · 1 participant',
      ],
      [{ ranges: { size: { from: 2, below: 6 } } }, '2 to 5 participants'],
      [{ ranges: { duration: { below: 30 } } }, 'shorter than 30 sec'],
      [{ facets: { problem: ['error', 'warning'] } }, 'with problems'],
      [{ facets: { endReason: ['timeout'], edge: ['dublin'] } }, 'edge Dublin · ended: Timeout'],
      [{ facets: { errorCode: ['53405'] } }, 'error 53405'],
      [{ ranges: { created: { from: now - 3_600_000, below: now } } }, 'created 11:00–12:00'],
      [{ text: '\u202ex' }, '“[U+202E]x”'],
    ] as const)
      assert.equal(filterText(filter, format), words);
  });
});

describe('a filter that was kept', () => {
  const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
  const range = fc.record({ from: fc.nat(), below: fc.nat() }, { requiredKeys: [] });
  const filters: fc.Arbitrary<RoomFilter> = fc.record(
    {
      facets: fc.record(
        { type: fc.array(word), codec: fc.array(word), problem: fc.array(word), failedSdk: fc.array(word) },
        { requiredKeys: [] },
      ),
      ranges: fc.record({ duration: range, size: range, created: range }, { requiredKeys: [] }),
      text: word,
      name: word,
    },
    { requiredKeys: [] },
  );

  it('leaves the same rooms and says the same words when it is read again', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const read = readFilter(JSON.parse(JSON.stringify(filter)));
        assert.equal(filterText(read, format), filterText(filter, format));
        assert.equal(matches(read), matches(filter));
        assert.equal(isNoFilter(read), isNoFilter(filter));
        assert.equal(filterText(filter, format) === '', isNoFilter(filter), 'a filter without words is none');
      }),
    );
  });

  it('does no harm where it is damaged', () => {
    for (const damaged of [
      null,
      7,
      'x',
      [],
      { facets: 3, ranges: 'x' },
      { facets: { type: 'group' }, text: 5 },
    ])
      assert.deepEqual(readFilter(damaged), {});
    assert.deepEqual(
      readFilter({ facets: { type: ['group', 3], other: ['x'] }, ranges: { size: { from: -1, below: 5 } } }),
      {
        facets: { type: ['group'] },
        ranges: { size: { below: 5 } },
      },
    );
  });
});

describe('limits as people write them', () => {
  it('are read for durations, in minutes unless a unit is named', () => {
    for (const [text, range] of [
      ['> 10 min', { from: 600 }],
      ['10', { from: 600 }],
      ['< 30 s', { below: 30 }],
      ['5–15 min', { from: 300, below: 900 }],
      ['5-15', { from: 300, below: 900 }],
      ['30 s to 2 min', { from: 30, below: 120 }],
      ['2 h+', { from: 7200 }],
      ['≥1,5h', { from: 5400 }],
      ['<= 1 hour', { below: 3600 }],
    ] as const)
      assert.deepEqual(parseLimits(text, 'duration'), range, text);
  });

  it('are read for participants, as whole numbers', () => {
    for (const [text, range] of [
      ['1', { from: 1, below: 2 }],
      ['> 10', { from: 11 }],
      ['>= 10', { from: 10 }],
      ['< 5', { below: 5 }],
      ['≤ 5', { below: 6 }],
      ['2–5', { from: 2, below: 6 }],
      ['50+', { from: 50 }],
    ] as const)
      assert.deepEqual(parseLimits(text, 'size'), range, text);
  });

  it('are written as they are read, so that they can be changed', () => {
    for (const [text, unit] of [
      ['10 min+', 'duration'],
      ['< 30 s', 'duration'],
      ['30 s–2 min', 'duration'],
      ['1', 'size'],
      ['2–5', 'size'],
      ['50+', 'size'],
      ['< 5', 'size'],
    ] as const)
      assert.equal(limitsText(parseLimits(text, unit) ?? {}, unit), text);
    assert.equal(limitsText({}, 'duration'), '');
  });

  it('are refused where they make no sense', () => {
    for (const text of ['', 'x', '10 parsecs', '5–', '15–5', '-5', '10 10'])
      assert.equal(parseLimits(text, 'duration'), undefined, text);
    for (const text of ['1.5', 'many']) assert.equal(parseLimits(text, 'size'), undefined, text);
  });
});
