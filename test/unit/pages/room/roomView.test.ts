import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';
import { roomView } from '../../../../src/pages/room/roomView.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });

describe('Values in words', () => {
  it('tells null from missing from invalid', () => {
    const view = roomView(new Room({ end_reason: null, duration_sec: 'soon' }), format);
    const all = new Map(
      view.groups.flatMap(({ properties }) => properties.map((one) => [one.key, one] as const)),
    );
    assert.deepEqual([all.get('end_reason')?.state, all.get('end_reason')?.text], ['null', '—']);
    assert.deepEqual([all.get('room_type')?.state, all.get('room_type')?.text], ['missing', '—']);
    assert.deepEqual([all.get('duration_sec')?.state, all.get('duration_sec')?.text], ['invalid', 'soon']);
  });

  it('shows a field that came later under Other', () => {
    const groups = roomView(new Room({ colour: { r: 1 }, spam: null }), format).groups;
    const other = groups.find(({ id }) => id === 'other');
    assert.deepEqual(
      other?.properties.map(({ key, text }) => [key, text]),
      [
        ['colour', '{"r":1}'],
        ['spam', '—'],
      ],
    );
  });
});
