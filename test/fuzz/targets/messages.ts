import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePageMessage, parsePersistedState } from '../../../src/protocol/messages.ts';
import { filterText } from '../../../src/rooms/filter/filterText.ts';
import { readFilter } from '../../../src/rooms/filter/storedFilter.ts';
import { Format } from '../../../src/text/format.ts';
import { anything, sidLike } from '../arbitrary.ts';
import type { Target } from '../target.ts';

const format = new Format({ locale: 'en', times: 'utc', now: () => Date.UTC(2026, 10, 22) });

const message = fc.oneof(
  fc.record(
    {
      type: fc.oneof(fc.constantFrom('ready', 'alive', 'action', 'copyText', 'choose', 'openLink'), anything),
      request: fc.oneof(fc.nat(), anything),
      action: fc.oneof(fc.constantFrom('refresh', 'copyJson'), anything),
      text: anything,
      participant: anything,
      timeZone: fc.oneof(fc.constantFrom('Asia/Tokyo', 'No/Where'), anything),
      href: fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'command:x', 'https:x'), anything),
    },
    { requiredKeys: [] },
  ),
  anything,
);

const facets = fc.dictionary(
  fc.constantFrom('status', 'type', 'codec', 'region', 'edge', 'recording', 'ending', '__proto__', 'x'),
  fc.oneof(fc.array(anything, { maxLength: 3 }), anything),
);
const ranges = fc.dictionary(
  fc.constantFrom('duration', 'size', 'x'),
  fc.oneof(
    fc.record({ from: anything, below: anything }, { requiredKeys: [] }),
    fc.record({ from: fc.nat() }),
    anything,
  ),
);
const filter = fc.oneof(
  fc.record({ facets, ranges, text: anything, name: anything }, { requiredKeys: [] }),
  anything,
);

export const messageTargets: readonly Target[] = [
  {
    name: 'messages of the page',
    property: fc.property(fc.constantFrom('room', 'compare', 'overview'), message, (page, sent) => {
      const read = parsePageMessage(page, sent);
      if (read?.type === 'openLink') assert.equal(new URL(read.href).protocol, 'https:');
      if (read && 'request' in read) assert.ok(Number.isSafeInteger(read.request) && read.request >= 0);
    }),
  },
  {
    name: 'what a page kept',
    property: fc.property(fc.oneof(fc.record({ roomSid: fc.oneof(sidLike, anything) }), anything), (kept) => {
      const read = parsePersistedState(kept);
      if (read) assert.match(read.roomSid, /^RM[0-9a-fA-F]{32}$/);
    }),
  },
  {
    name: 'filters that were kept',
    property: fc.property(filter, (kept) => {
      const read = readFilter(kept);
      const written = JSON.stringify(read);
      assert.equal(JSON.stringify(readFilter(JSON.parse(written))), written);
      assert.equal(typeof JSON.stringify(filterText(read, format)), 'string');
    }),
  },
];
