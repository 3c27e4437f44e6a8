import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyzeCall, type CallAnalysis } from '../../src/calls/analysis/analyzeCall.ts';
import { findingsOf } from '../../src/calls/findings/findings.ts';
import { Call } from '../../src/calls/summary/call.ts';
import { freshnessOf } from '../../src/calls/summary/freshness.ts';
import { isPossibility, summarizeCall } from '../../src/calls/summary/summarizeCall.ts';
import { Participant } from '../../src/insights/resources/participant.ts';
import { Room } from '../../src/insights/resources/room.ts';
import { isTwilioPage } from '../../src/text/twilioUrl.ts';
import {
  arbitraryParticipant as participant,
  arbitraryRoom as room,
  arbitraryRows as rows,
} from './calls/arbitraryCalls.ts';
import { format, live, now } from './calls/calls.ts';
import { assertConsistent } from './calls/consistency.ts';

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
            ({ span, end, arrival }) =>
              arrival !== 'none' &&
              span &&
              span.start <= instant &&
              (end === 'present' || instant < span.end),
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

  it('the words do not contradict the findings, the timeline and the records', () => {
    fc.assert(
      fc.property(room, rows, (roomJson, people) => {
        assertConsistent(
          new Call(
            new Room({ ...roomJson }),
            people.map((json) => new Participant({ ...json })),
            format,
          ),
          format,
        );
      }),
      { numRuns: 1000 },
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
          assert.equal(/No problems/.test(text.replaceAll(/“.*?”/gs, '')), findings.every(isPossibility));
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
