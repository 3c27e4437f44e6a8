import assert from 'node:assert/strict';
import { filterText } from '../../../../src/rooms/filter/filterText.ts';
import { format, now } from './completedRoom.ts';

describe('a filter of rooms', () => {
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
      [{ ranges: { duration: { from: 601 } } }, 'longer than 10 min'],
      [{ ranges: { duration: { below: 601 } } }, '10 min or shorter'],
      [{ ranges: { duration: { from: 300, below: 901 } } }, '5 min–15 min'],
      [{ ranges: { duration: { from: 600, below: 601 } } }, '10 min'],
      [{ facets: { problem: ['error', 'warning'] } }, 'with problems'],
      [{ facets: { endReason: ['timeout'], edge: ['dublin'] } }, 'edge Dublin · end reason: Timeout'],
      [{ facets: { errorCode: ['53405'] } }, 'error 53405'],
      [{ ranges: { created: { from: now - 3_600_000, below: now } } }, 'created 11:00–12:00'],
      [{ text: '\u202ex' }, '“[U+202E]x”'],
    ] as const)
      assert.equal(filterText(filter, format), words);
  });
});
