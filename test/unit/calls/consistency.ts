import assert from 'node:assert/strict';
import type { CallAnalysis } from '../../../src/calls/analysis/analyzeCall.ts';
import { isFailure } from '../../../src/calls/analysis/outcomeCounts.ts';
import type { Stay } from '../../../src/calls/analysis/stay.ts';
import type { Finding } from '../../../src/calls/findings/common/finding.ts';
import type { Call } from '../../../src/calls/summary/call.ts';
import { isPossibility } from '../../../src/calls/summary/summarizeCall.ts';
import { callView } from '../../../src/pages/room/callView.ts';
import type { Format } from '../../../src/text/format.ts';

/**
 * Fails where the summary, the findings and the timeline of a call contradict each other or the records. The texts
 * must be English, and the names Alice, Bob, Carol and Dora.
 */
export function assertConsistent(call: Call, format: Format): void {
  const { analysis, findings, summary } = call;
  const names = () => `${summary}\n${findings.map(({ title }) => title).join('\n')}`;
  assert.equal(/No problems/.test(summary), findings.every(isPossibility), names());
  assert.doesNotMatch(names(), /undefined|NaN|\[object|\{\d\}| {2}|\.\./);
  assertPeople(analysis, summary);
  assertTimes(analysis);
  assertOutcomes(analysis, summary, findings);
  assertReturns(analysis, summary);
  assertFindings(analysis, summary, findings);
  assertTimeline(call, format);
}

/** How many people there were: everybody who was in the room, and nobody else. */
function assertPeople(
  { people, lanes, live, neverMet, presence, stays }: CallAnalysis,
  summary: string,
): void {
  const [, counted] = /^([\d,]+) people\b(?! tried)/.exec(summary) ?? [];
  if (counted) assert.equal(Number(counted.replace(',', '')), people.length, summary);
  const nobody = /nobody got in|tried to join and did not|^Nobody (?:has )?joined/.test(summary);
  if (nobody) {
    assert.equal(people.length, 0, summary);
    // Only the sentences of evictions: "duplicate identity" may be the reason why somebody could not join.
    const eviction = 'because of a duplicate identity|new connection of the same identity|each other';
    const inside = new RegExp(
      `\\b(?:dropped|cut off|${eviction}|connected again|rejoined|through the API at)\\b`,
    );
    assert.doesNotMatch(summary, inside);
    for (const { arrival } of stays) assert.equal(arrival, 'none', summary);
  }
  if (/(?:was|is) alone in the room|Only the identity/.test(summary)) assert.equal(people.length, 1, summary);
  for (const [, part, all] of summary.matchAll(/([\d,]+) of ([\d,]+)(?= people| participants)/g))
    assert.ok(Number(part?.replace(',', '')) <= Number(all?.replace(',', '')), summary);
  if (!live) assert.equal(/never at the same time/.test(summary), neverMet, summary);
  if (neverMet) assert.ok(!stays.some((one) => stays.some((other) => met(one, other))), summary);
  assert.ok((presence.peak?.people.count ?? 0) <= people.length);
  const inside = stays.filter(({ arrival }) => arrival !== 'none').length;
  assert.ok((presence.peak?.participants.count ?? 0) <= inside);
  for (const lane of lanes)
    assert.equal(
      people.includes(lane),
      lane.stays.some(({ arrival }) => arrival !== 'none'),
    );
}

function met(one: Stay, other: Stay): boolean {
  if (one.lane === other.lane || one.arrival === 'none' || other.arrival === 'none') return false;
  const [a, b] = [one.span, other.span];
  return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;
}

/** Nothing of a call lies after the end of its room. */
function assertTimes({ ended, presence, lastLeave, firstJoin, stays }: CallAnalysis): void {
  if (firstJoin !== undefined && lastLeave !== undefined) assert.ok(firstJoin <= lastLeave);
  if (ended === undefined) return;
  assert.ok(lastLeave === undefined || lastLeave <= ended);
  for (const { time } of presence.steps) assert.ok(time <= ended);
  for (const { arrival, span } of stays) if (arrival !== 'none' && span) assert.ok(span.end <= ended);
}

/** The summary tells each kind of end that there was, and no other. */
function assertOutcomes({ stays, drops }: CallAnalysis, summary: string, findings: readonly Finding[]): void {
  const outcomes = new Set(stays.map(({ outcome }) => outcome));
  const tells = (pattern: RegExp) => pattern.test(summary);
  assert.equal(tells(/could not join/), outcomes.has('refused'), summary);
  assert.ok(!outcomes.has('dropped') || tells(/\bdropped\b|were cut off/), summary);
  if (tells(/\bdropped\b/)) assert.ok(outcomes.has('dropped') || outcomes.has('evicted'), summary);
  assert.equal(tells(/session (?:length )?limit(?! of)/), outcomes.has('timeLimit'), summary);
  assert.equal(tells(/disconnected through the API/), outcomes.has('removed'), summary);
  // A sentence about many who dropped together does not name each error.
  const crowd = new Set(
    drops.events.filter((event) => event.stays.length > 2).flatMap((event) => event.stays),
  );
  const evicted = stays.some(
    (stay) => stay.outcome === 'evicted' && stay.arrival !== 'none' && !crowd.has(stay),
  );
  const ends = summary.replaceAll(/[^.]*, during the call\./g, '');
  const eviction = /connected again|because of a duplicate identity|53205, duplicate identity/;
  const tellsEviction = eviction.test(ends);
  if (evicted || !stays.some((stay) => stay.outcome === 'evicted' && crowd.has(stay)))
    assert.equal(tellsEviction, evicted, summary);
  if (tells(/during the call/))
    assert.ok(
      stays.some(({ recovered }) => recovered),
      summary,
    );
  const passed = stays.some((stay) => stay.recovered && stay.outcome !== 'unknown');
  if (passed) assert.ok(tells(/during the call/), summary);
  // What ended badly, and every code, has a finding that shows it.
  const shown = new Set(findings.flatMap(({ evidence }) => evidence.map((one) => one.participant)));
  // The late request of a client that was evicted is no failure of its own, but is shown.
  for (const stay of stays)
    if (isFailure(stay) || stay.recovered || stay.outcome === 'removed' || stay.outcome === 'evicted')
      assert.ok(shown.has(stay.key), summary);
}

/** Who came back did, and who did not did not. */
function assertReturns({ lanes, live }: CallAnalysis, summary: string): void {
  for (const { name, stays } of lanes) {
    const drops = stays.filter(({ outcome }) => outcome === 'dropped');
    const last = drops.sort((a, b) => (a.span?.end ?? Infinity) - (b.span?.end ?? Infinity)).at(-1);
    const end = last?.span?.end;
    const inside = stays.filter((one) => one !== last && one.arrival !== 'none');
    const gone = new RegExp(`${name} dropped [^.]*and did not come back`).test(summary);
    const back = new RegExp(`${name} dropped [^.]*and came back`).test(summary);
    if (gone) {
      assert.ok(!live, summary);
      assert.ok(!inside.some(({ span }) => span && end !== undefined && span.end > end), summary);
    }
    if (back)
      assert.ok(
        drops.some(({ backAt }) => backAt !== undefined),
        summary,
      );
  }
}

/** Findings are about stays of the call, and agree with the summary. */
function assertFindings(
  { stays, people, live, presence, evictions }: CallAnalysis,
  summary: string,
  findings: readonly Finding[],
): void {
  const keys = new Set(stays.map(({ key }) => key));
  for (const { rule, severity, evidence, title } of findings) {
    for (const { participant } of evidence) assert.ok(keys.has(participant), title);
    const [, count, limit] = / (\d+) of (\d+)$/.exec(title) ?? [];
    if (rule === 'room-full' && count)
      assert.ok(Number(count) <= Math.max(presence.peak?.participants.count ?? 0, Number(limit)), title);
    if (rule === 'alone' && people.length === 1) assert.match(summary, /alone in the room/);
    if (rule === 'alone' && people.length > 1 && !live) assert.match(summary, /never at the same time/);
    if (rule === 'duplicate-identity' && severity === 'error')
      assert.ok(
        evictions.some((one) => one.kind === 'fight' && one.stays.length >= 3),
        title,
      );
  }
}

/** A bar of the timeline ends with an error only where the stay did. */
function assertTimeline(call: Call, format: Format): void {
  const { timeline, findings } = callView(call, format);
  assert.equal(
    new Set(findings.map(({ id }) => id)).size,
    findings.length,
    'each finding has an id of its own',
  );
  const stays = new Map(call.analysis.stays.map((stay) => [stay.key, stay]));
  for (const { participant, error } of timeline?.lanes.flatMap((lane) => lane.stays) ?? []) {
    if (error === undefined) continue;
    const stay = stays.get(participant);
    assert.ok(stay && isFailure(stay));
  }
  const peak = Math.max(0, ...(timeline?.present.map(({ count }) => count) ?? []));
  assert.equal(peak, call.analysis.presence.peak?.participants.count ?? 0);
}
