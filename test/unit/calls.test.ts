import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyzeCall, type CallAnalysis } from '../../src/calls/analysis/analyzeCall.ts';
import { isDrop } from '../../src/calls/analysis/outcome.ts';
import { findingsOf } from '../../src/calls/findings/findings.ts';
import { freshnessOf } from '../../src/calls/summary/freshness.ts';
import { summarizeCall } from '../../src/calls/summary/summarizeCall.ts';
import { Participant } from '../../src/insights/resources/participant.ts';
import { Room } from '../../src/insights/resources/room.ts';
import { isTwilioPage } from '../../src/text/twilioUrl.ts';
import { at, format, iso, live, now, over } from './calls/calls.ts';

/** Times within the hour and around it, seconds apart, so that many of them meet. */
const time = fc.oneof(
  fc.integer({ min: -5, max: 65 }).map((minute) => iso(at(minute))),
  fc.integer({ min: 0, max: 120 }).map((second) => iso(at(30, second))),
);
const code = fc.constantFrom(
  null,
  null,
  null,
  0,
  53405,
  53001,
  53204,
  53205,
  53216,
  53118,
  20104,
  53105,
  59999,
);
const reason = fc.constantFrom(
  null,
  'disconnected',
  'connection_lost',
  'disconnected_via_api',
  'duplicate_identity',
);

const participant = fc.record({
  participant_sid: fc.nat({ max: 1e9 }).map((n) => `PA${String(n).padStart(32, '0')}`),
  participant_identity: fc.constantFrom('Alice', 'Bob', 'Carol', 'Dora', '', null),
  join_time: fc.oneof({ weight: 8, arbitrary: time }, fc.constant(null)),
  leave_time: fc.oneof({ weight: 5, arbitrary: time }, fc.constant(null)),
  duration_sec: fc.constantFrom(null, 0, 5, 600, '1200'),
  status: fc.constantFrom('connected', 'completed', 'in-progress', 'disconnected', null),
  error_code: code,
  end_reason: reason,
});
const room = fc
  .tuple(
    fc.constantFrom(over, live),
    fc.record({
      end_reason: fc.constantFrom('timeout', 'room_ended_via_api', null),
      processing_state: fc.constantFrom('complete', 'in_progress', 'timeout', null),
      max_participants: fc.constantFrom(2, 5, 50, null),
    }),
  )
  .map(([kind, more]) => ({ ...kind, ...more }));
const rows = fc.array(participant, { maxLength: 14 });

const analyse = (roomJson: object, people: readonly object[]): CallAnalysis =>
  analyzeCall(
    new Room({ ...roomJson }),
    people.map((json) => new Participant({ ...json })),
    now,
  );

const roomNames = Object.keys(new Room({}).fields);
const participantNames = Object.keys(new Participant({}).fields);
const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...[
      '<img src=x onerror=alert(1)>',
      '\u202Egnp.exe',
      '{0}',
      '{{constructor}}',
      '__proto__',
      'in_progress',
    ],
    ...[
      'x'.repeat(100_000),
      '0001-01-01T00:00:00Z',
      '+275760-09-13T00:00:00.000Z',
      '-271821-04-20T00:00:00Z',
    ],
    ...['2026-11-22T10:00:00Z', Number.MAX_VALUE, -0, '999999999999999', 53205, 53405],
  ),
);
const hostile = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] });

describe('Of any call', () => {
  it('nobody is present less than not at all, and people are never more than participants', () => {
    fc.assert(
      fc.property(room, rows, (roomJson, people) => {
        const { presence, present } = analyse(roomJson, people);
        let before = Number.NEGATIVE_INFINITY;
        for (const step of presence.steps) {
          assert.ok(step.time > before);
          before = step.time;
          assert.ok(step.people >= 0 && step.participants >= step.people);
          assert.equal(step.people === 0, step.participants === 0);
        }
        if (present.length === 0) assert.ok((presence.steps.at(-1)?.participants ?? 0) === 0);
      }),
    );
  });

  it('the peak is that of counting stay by stay', () => {
    fc.assert(
      fc.property(room, rows, (roomJson, people) => {
        const { stays, presence } = analyse(roomJson, people);
        const there = (instant: number) =>
          stays.filter(
            ({ span, end }) => span && span.start <= instant && (end === 'present' || instant < span.end),
          );
        const counts = stays.flatMap(({ span }) => (span ? [there(span.start)] : []));
        const most = (count: (at: typeof stays) => number) => Math.max(0, ...counts.map(count));
        assert.equal(
          presence.peak?.participants.count ?? 0,
          most((all) => all.length),
        );
        assert.equal(
          presence.peak?.people.count ?? 0,
          most((all) => new Set(all.map(({ lane }) => lane)).size),
        );
        if (presence.peak) {
          assert.equal(there(presence.peak.participants.time).length, presence.peak.participants.count);
        }
      }),
    );
  });

  it('every participant is in exactly one lane, and no stay is drawn outside the range', () => {
    fc.assert(
      fc.property(room, rows, (roomJson, people) => {
        const { lanes, stays, range, live: isLive, ended } = analyse(roomJson, people);
        assert.deepEqual(
          stays.map(({ key }) => key).sort(),
          [...new Set(people.map((one) => one.participant_sid))].sort(),
        );
        assert.equal(new Set(lanes.map(({ key }) => key)).size, lanes.length);
        for (const { span, end } of stays) {
          if (!isLive) assert.notEqual(end, 'present');
          if (!span) continue;
          assert.ok(range && range.start <= span.start && span.start <= span.end && span.end <= range.end);
          if (end === 'unknown' && ended !== undefined) assert.ok(span.end <= Math.max(ended, span.start));
        }
      }),
    );
  });

  it('the words do not contradict the findings', () => {
    fc.assert(
      fc.property(room, rows, (roomJson, people) => {
        const analysis = analyse(roomJson, people);
        const findings = findingsOf(analysis, format);
        const text = summarizeCall(analysis, findings, format);
        const outcomes = new Set(analysis.stays.map(({ outcome }) => outcome));
        assert.equal(/No problems/.test(text), findings.length === 0, text);
        assert.equal(/\bdropped\b/.test(text), outcomes.has('dropped'), text);
        assert.equal(/could not join/.test(text), outcomes.has('refused'), text);
        assert.equal(/\bevicted\b/.test(text), outcomes.has('evicted'), text);
        assert.equal(/session length limit/.test(text), outcomes.has('timeLimit'), text);
        assert.doesNotMatch(text, /undefined|NaN|\[object|\{\d\}| {2}|\.\./);
        // Whatever ended badly has a finding that shows it.
        const shown = new Set(findings.flatMap(({ evidence }) => evidence.map((one) => one.participant)));
        for (const { outcome, key } of analysis.stays) if (isDrop(outcome)) assert.ok(shown.has(key), text);
        for (const { errorCode } of analysis.stays) {
          if (errorCode !== undefined && errorCode !== 53204)
            assert.ok(findings.some((one) => one.code === errorCode));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the same call in another order gives the same words', () => {
    fc.assert(
      fc.property(
        room,
        fc.uniqueArray(participant, { maxLength: 8, selector: (one) => one.participant_sid }),
        (roomJson, people) => {
          const words = (list: readonly object[]) => {
            const analysis = analyse(roomJson, list);
            return summarizeCall(analysis, findingsOf(analysis, format), format);
          };
          assert.equal(words([...people].reverse()), words(people));
        },
      ),
    );
  });

  it('nothing that the API sends breaks it', () => {
    fc.assert(
      fc.property(
        hostile(roomNames),
        fc.array(hostile(participantNames), { maxLength: 6 }),
        fc.boolean(),
        (roomJson, people, isLive) => {
          const analysis = analyse({ ...(isLive && live), ...roomJson }, people);
          const findings = findingsOf(analysis, format);
          const text = summarizeCall(analysis, findings, format);
          assert.ok(text.length < 3000, 'the words stay short');
          assert.equal(/No problems/.test(text.replaceAll(/“.*?”/gs, '')), findings.length === 0);
          for (const { title, link, evidence } of findings) {
            assert.ok(title.length < 600);
            assert.ok(link === undefined || isTwilioPage(link));
            for (const { time } of evidence) if (time !== undefined) format.fullTime(time);
          }
          for (const { span } of analysis.stays) if (span) format.fullTime(span.end);
          const { expiresAt } = freshnessOf(analysis.room, format);
          if (expiresAt !== undefined) format.fullTime(expiresAt);
        },
      ),
      { numRuns: 400 },
    );
  }).timeout(60_000);
});
