import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InsightsClient } from '../../../src/insights/client/insightsClient.ts';
import { InsightsError } from '../../../src/insights/core/errors.ts';
import { jsonReply, never, scripted } from '../../unit/insights/scriptedTransport.ts';
import { anything, textOf } from '../arbitrary.ts';
import type { Target } from '../target.ts';

const origin = 'https://insights.twilio.com';

const link = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    '',
    0,
    false,
    {},
    '/v1/Video/Rooms?Page=1',
    '?Page=2',
    '//attacker.example/v1',
  ),
  fc.nat({ max: 5 }).map((page) => `${origin}/v1/Video/Rooms?Page=${page}`),
  textOf(
    origin,
    'http://',
    'https:',
    'attacker.example',
    '@',
    '\\',
    '/',
    '?PageToken=',
    '#',
    '%2e%2e',
    ':443',
  ),
  anything,
);

const page = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      meta: fc.record({ next_page_url: link }),
      rooms: fc.array(anything, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ meta: anything, rooms: anything }, { requiredKeys: [] }) },
);

export const listTargets: readonly Target[] = [
  {
    name: 'pages of a list',
    property: fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 6 }), async (pages) => {
      const sent: { rooms?: unknown }[] = [];
      const transport = scripted(() => {
        const next = pages[sent.length] ?? { meta: { next_page_url: null }, rooms: [] };
        sent.push(next);
        return jsonReply(next);
      });
      const client = new InsightsClient(transport, origin);
      let received = 0;
      let rows = 0;
      try {
        for await (const got of client.listRooms({ createdAfter: 0, createdBefore: 1 }, never)) {
          received += got.items.length + got.unreadable;
          const { rooms } = sent.at(-1) ?? {};
          rows += Array.isArray(rooms) ? rooms.length : 0;
        }
      } catch (error) {
        assert.ok(error instanceof InsightsError, String(error));
        assert.ok(['unexpectedReply', 'foreignPage'].includes(error.kind), error.kind);
      }
      assert.equal(received, rows, 'a row was lost');
      assert.equal(new Set(transport.paths).size, transport.paths.length, 'a link was followed twice');
      for (const path of transport.paths) assert.equal(new URL(origin + path).origin, origin, path);
    }),
  },
];
