import assert from 'node:assert/strict';
import { Room } from '../../../src/insights/resources/room.ts';
import { roomView } from '../../../src/pages/room/roomView.ts';
import { enumLabel } from '../../../src/text/enumLabels.ts';
import { Format } from '../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });

describe('Values in words', () => {
  it('writes codecs as their specifications do', () => {
    for (const [codec, label] of [
      ['av1', 'AV1'],
      ['AV1', 'AV1'],
      ['vp8', 'VP8'],
      ['h264', 'H264'],
      ['opus', 'Opus'],
    ] as const)
      assert.equal(enumLabel(codec), label);
  });

  it('humanises an enumeration value that is new, and copies the raw one', () => {
    assert.equal(enumLabel('peer-to-peer'), 'Peer-to-peer');
    assert.equal(enumLabel('sao-paulo'), 'São Paulo');
    assert.equal(enumLabel('stage_us1'), 'Stage us1');
    assert.equal(enumLabel('constructor'), 'Constructor');
    const region = roomView(new Room({ media_region: 'stage_us1' }), format)
      .groups.flatMap(({ properties }) => properties)
      .find(({ key }) => key === 'media_region');
    assert.deepEqual([region?.text, region?.raw], ['Stage us1', 'stage_us1']);
  });
});
