import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseReply, retryAfterSeconds } from '../../../src/insights/client/parseReply.ts';
import { InsightsError } from '../../../src/insights/core/errors.ts';
import { explainFailure } from '../../../src/text/explainFailure.ts';
import { anything, textOf } from '../arbitrary.ts';
import type { Target } from '../target.ts';

const path = `/v1/Video/Rooms/RM${'a'.repeat(32)}?PageSize=1000`;

const body = fc.oneof(
  anything.map((value) => JSON.stringify(value)),
  fc
    .record(
      {
        code: fc.oneof(fc.constantFrom(20003, 20403, 20404, 20429, 21481, 70051, '20003', 1e300), anything),
        message: anything,
        title: anything,
        detail: anything,
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  textOf('<html>', '{', '}', '"code":', '20003', '[', 'null', '](command:x)', '\u202e'),
);

const retryAfter = fc.oneof(
  fc.constantFrom(undefined, '', '0', '3', '-1', '1e9', 'Sun, 22 Nov 2026 10:00:00 GMT', '9'.repeat(400)),
  fc.string(),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
);

export const replyTargets: readonly Target[] = [
  {
    name: 'replies that fail',
    property: fc.property(
      fc.oneof(
        fc.constantFrom(200, 400, 401, 403, 404, 410, 429, 500, 503),
        fc.integer({ min: 100, max: 999 }),
      ),
      body,
      retryAfter,
      (status, text, after) => {
        const reply = { status, headers: { 'retry-after': after, 'twilio-request-id': after }, body: [text] };
        try {
          const read = parseReply(reply, path);
          assert.ok(status >= 200 && status <= 299 && typeof read === 'object' && !Array.isArray(read));
        } catch (error) {
          assert.ok(error instanceof InsightsError, String(error));
          assertExplained(error);
        }
      },
    ),
  },
  {
    name: 'pauses that a server asks for',
    property: fc.property(retryAfter, (after) => {
      const seconds = retryAfterSeconds({ status: 429, headers: { 'retry-after': after }, body: [] });
      assert.ok(seconds === undefined || (Number.isFinite(seconds) && seconds >= 0), String(seconds));
    }),
  },
];

/** In words that a notification can hold, without a link of the server's and without the query. */
function assertExplained(error: InsightsError): void {
  const { title, detail, steps } = explainFailure(error);
  assert.ok(title.length > 0 && detail.length > 0 && steps.length > 0);
  assert.ok(detail.length < 2000, `${detail.length} characters`);
  assert.ok(!detail.includes(']('), detail);
  assert.doesNotMatch(detail, /\p{Bidi_Control}/u);
  assert.ok(!error.message.includes('PageSize'));
}
