import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type CountedOutcome,
  countedOutcomes,
  countOutcomes,
  isFailure,
  type OutcomeCounts,
} from '../../../../src/calls/analysis/outcomeCounts.ts';
import { Call } from '../../../../src/calls/summary/call.ts';
import { outcomeLabel } from '../../../../src/calls/summary/outcomesText.ts';
import { staysInSentences } from '../../../../src/calls/summary/problemSentences.ts';
import { IsoFormat } from '../../../../src/export/report/isoFormat.ts';
import { participantsTable } from '../../../../src/export/report/participantsTable.ts';
import { roomReport } from '../../../../src/export/report/roomReport.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { callView } from '../../../../src/pages/room/callView.ts';
import { compareRooms } from '../../../../src/pages/room/compareView.ts';
import { participantDetails } from '../../../../src/pages/room/participantDetailsView.ts';
import { participantsView } from '../../../../src/pages/room/participantsView.ts';
import { callFacetsOf } from '../../../../src/rooms/filter/callFacets.ts';
import { failedFacets, tallyCall } from '../../../../src/rooms/filter/callTally.ts';
import { OverviewCounts } from '../../../../src/rooms/overview/overviewCounts.ts';
import { FigureReader } from '../../../../src/rooms/overview/roomFigures.ts';
import { timeBuckets } from '../../../../src/rooms/overview/timeBuckets.ts';
import { CallCache } from '../../../../src/rooms/visible/callCache.ts';
import { zoneOf } from '../../../../src/text/timeZone.ts';
import { arbitraryParticipant, arbitraryRoom, arbitraryRows } from '../arbitraryCalls.ts';
import { at, failed, format, over, stay } from '../calls.ts';

const callOf = (room: object, people: readonly object[]) =>
  new Call(
    new Room({ ...room }),
    people.map((json) => new Participant({ ...json })),
    format,
  );

/** "Dropped: 2, Could not join: 1" as numbers. */
function numbersIn(text: string): Partial<Record<CountedOutcome, number>> {
  const entries = countedOutcomes.flatMap((outcome) => {
    const [, number] = new RegExp(`${outcomeLabel(outcome)}: (\\d+)`).exec(text) ?? [];
    return number === undefined ? [] : [[outcome, Number(number)] as const];
  });
  return Object.fromEntries(entries);
}

function occurring(counts: OutcomeCounts): Partial<Record<CountedOutcome, number>> {
  return Object.fromEntries(
    countedOutcomes.flatMap((outcome) => (counts[outcome] > 0 ? [[outcome, counts[outcome]]] : [])),
  );
}

/** The numbers of the overview, of the one room. */
function overviewOf({ room, analysis, severity }: Call): OverviewCounts {
  const counts = new OverviewCounts(
    timeBuckets({ after: at(-600), before: at(600) }, zoneOf('UTC')),
    format.now(),
  );
  counts.add({
    room,
    figures: new FigureReader().of(room),
    call: { worst: severity, tally: tallyCall(analysis) },
    requests: 0,
    matches: true,
  });
  return counts;
}

/** The numbers of a row of the comparison: "2 of 3 (67%)". */
function compared(call: Call): Map<string, number> {
  const none = callOf(over, [stay('Nobody', at(1), at(2))]);
  const rows = compareRooms(call, none, format).rows;
  return new Map(rows.map(({ key, left }) => [key, Number(/^(\d+) of /.exec(left)?.[1])]));
}

/** Asserts that each place that marks failures, or puts them first, marks those that are counted and no others. */
function assertMarked(call: Call): void {
  const { analysis, participants, room } = call;
  const state = { participants, state: 'complete', unreadable: 0, stale: false } as const;
  const failures = analysis.stays.filter(isFailure);
  const failedKeys = new Set(failures.map(({ key }) => key));
  const count = countOutcomes(analysis.stays).failed;
  assert.equal(failedKeys.size, count);
  const isMarkedRight = (key: string, marked: boolean, where: string) =>
    assert.ok(!marked || failedKeys.has(key), `${where}: ${key}, ${call.summary}`);

  const { rows } = participantsView(state, format, undefined, analysis);
  assert.deepEqual(
    new Set(rows.slice(0, count).map(({ key }) => key)),
    failedKeys,
    'the table begins with them',
  );
  for (const { key, cells } of rows)
    isMarkedRight(
      key,
      cells.some(({ tone }) => tone === 'error'),
      'the table',
    );

  const store = { room: () => room, participantsState: () => state };
  const cache = new CallCache(store, () => format);
  const inTree = participants.filter(({ key }) => cache.severityOfStay(room.key, key) === 'error');
  assert.deepEqual(new Set(inTree.map(({ key }) => key)), failedKeys, 'the tree');

  for (const { key } of participants) {
    const { properties = [] } = participantDetails(call, key, format) ?? {};
    isMarkedRight(
      key,
      properties.some(({ tone }) => tone === 'error'),
      'the details',
    );
  }
  const bars = callView(call, format).timeline?.lanes.flatMap(({ stays }) => stays) ?? [];
  for (const { participant, error } of bars) isMarkedRight(participant, error !== undefined, 'the timeline');

  const report = participantsTable(analysis, new IsoFormat(format), count);
  for (const { key } of analysis.stays)
    assert.equal(report.includes(key), failedKeys.has(key), 'the report, if it has room for failures alone');
}

describe('Outcomes are counted once', () => {
  it('and are the same in summary, comparison, overview, filter, table and report, of any call', () => {
    fc.assert(
      fc.property(arbitraryRoom, arbitraryRows, (roomJson, rows) => {
        const call = callOf(roomJson, rows);
        const { analysis, participants, room } = call;
        const counts = countOutcomes(analysis.stays);
        assert.equal(counts.failed, counts.dropped + counts.refused + counts.evicted + counts.timeLimit);

        const tally = tallyCall(analysis);
        assert.deepEqual(tally.outcomes, counts);
        for (const facet of failedFacets) {
          const sum = tally.by[facet].reduce((all, [, rated]) => all + rated.failed, 0);
          assert.equal(sum, counts.failed, facet);
        }
        const facets = callFacetsOf(analysis, call.severity);
        for (const facet of failedFacets)
          assert.deepEqual(
            new Set(facets[facet]),
            new Set(tally.by[facet].flatMap(([value, rated]) => (value && rated.failed > 0 ? value : []))),
            'the filter finds the rooms whose participants the overview counts',
          );

        const overview = overviewOf(call);
        assert.deepEqual(overview.outcomes, counts);
        assert.equal(
          overview.times.reduce((all, one) => all + one.failed, 0) || counts.failed,
          counts.failed,
        );

        const rowsOf = compared(call);
        for (const key of ['failed', ...countedOutcomes] as const)
          assert.equal(rowsOf.get(key) ?? 0, counts[key], `compared: ${key}`);

        const table = participantsView(
          { participants, state: 'complete', unreadable: 0, stale: false },
          format,
          undefined,
          analysis,
        );
        assert.deepEqual(numbersIn(table.summary), occurring(counts));
        const [, fact = ''] =
          /\| Outcomes \| (.*) \|/.exec(roomReport({ room, participants }, { names: true }, format)) ?? [];
        assert.deepEqual(numbersIn(fact), occurring(counts));

        const told = staysInSentences(analysis);
        for (const outcome of countedOutcomes)
          assert.equal(told.get(outcome)?.length ?? 0, counts[outcome], `${outcome}: ${call.summary}`);
      }),
      { numRuns: 400 },
    );
  });

  it('and those that are red, or come first, are those that are counted, of any call', () => {
    const distinct = fc.uniqueArray(arbitraryParticipant, {
      maxLength: 14,
      selector: (row) => row.participant_sid,
    });
    fc.assert(
      fc.property(arbitraryRoom, distinct, (roomJson, rows) => assertMarked(callOf(roomJson, rows))),
      { numRuns: 400 },
    );
  });

  it('the late requests of an evicted client are shown, but are no failures', () => {
    const evicted = stay('Alice', at(5), at(10), failed(53205, { end_reason: 'duplicate_identity' }));
    const late = [2, 3, 4].map((second) => stay('Alice', at(10, second), at(10, second), failed(53204)));
    const dropped = stay('Bob', at(20), at(30), failed(53001));
    const call = callOf(over, [evicted, stay('Alice', at(10), at(59)), ...late, dropped]);
    const { stays } = call.analysis;
    const requests = stays.filter(({ arrival }) => arrival === 'none');
    assert.deepEqual(
      requests.map((one) => [one.outcome, isFailure(one)]),
      late.map(() => ['evicted', false]),
    );
    assert.equal(countOutcomes(stays).failed, 2);
    assertMarked(call);
    const state = {
      participants: call.participants,
      state: 'complete',
      unreadable: 0,
      stale: false,
    } as const;
    const { rows } = participantsView(state, format, undefined, call.analysis);
    const codes = rows.flatMap(({ cells }) => cells.filter(({ text }) => /^5320[45]/.test(text)));
    assert.deepEqual(
      codes.map(({ tone }) => tone),
      ['error', undefined, undefined, undefined],
    );
  });

  it('a failure is an end against the participant’s will', () => {
    const ends = ['timeLimit', 'evicted', 'refused', 'dropped'] as const;
    const all = ['present', 'unknown', 'left', 'removed', 'roomEnded', ...ends] as const;
    assert.deepEqual(
      all.filter((outcome) => isFailure({ outcome, arrival: 'first' })),
      ends,
    );
  });

  it('more drops than people are told with their number', () => {
    const rows = ['Ann', 'Bob', 'Cem', 'Dora'].flatMap((name, index) => [
      stay(name, at(0), at(5 + index * 3), failed(53001)),
      stay(name, at(6 + index * 3), at(59)),
    ]);
    const again = stay('Ann', at(30), at(40), failed(53001));
    const call = callOf(over, [...rows, again]);
    assert.match(
      call.summary,
      /4 of 4 people dropped between 10:05 and 10:40, 5 times in all, all with 53001/,
    );
    assert.equal(countOutcomes(call.analysis.stays).dropped, 5);
  });

  it('sentences go by time', () => {
    const call = callOf(over, [
      stay('Ann', at(0), at(50), failed(53001)),
      stay('Bob', at(0), at(20), { end_reason: 'disconnected_via_api' }),
      stay('Cem', at(10), at(10), failed(53105)),
      stay('Dora', at(0), at(60)),
    ]);
    const places = ['Cem could not join', 'Bob was disconnected through the API', 'Ann dropped'].map((text) =>
      call.summary.indexOf(text),
    );
    assert.ok(!places.includes(-1), call.summary);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      call.summary,
    );
  });
});
