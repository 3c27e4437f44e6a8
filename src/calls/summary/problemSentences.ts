import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Evictions } from '../analysis/evictions.ts';
import { type CountedOutcome, countedOutcome } from '../analysis/outcomeCounts.ts';
import type { Stay } from '../analysis/stay.ts';
import { countInText } from '../findings/common/nameText.ts';
import { eventSentences, type TimedSentence } from './eventSentences.ts';
import { evictionSentences } from './evictionSentences.ts';
import { manyDropped, manyLimited, manyRecovered, manyRefused, manyRemoved } from './manySentences.ts';
import {
  dropped,
  limited,
  type PersonProblem,
  recovered,
  refused,
  rejoined,
  removed,
} from './personSentences.ts';

/** Up to this number of people each get a sentence; more are counted. */
const maxNames = 3;

/** A kind of problem: the stays that have it, a sentence about one person, and one about many. */
interface ProblemKind {
  readonly matches: (stay: Stay) => boolean;
  readonly one: (problem: PersonProblem, call: CallAnalysis, format: Format) => string;
  /** Uses `many` for two or three people too, because the problem is the same for all. */
  readonly shared?: true;
  readonly many: (problems: readonly PersonProblem[], call: CallAnalysis, format: Format) => string;
}

const kinds: readonly ProblemKind[] = [
  { matches: ({ outcome }) => outcome === 'dropped', one: dropped, many: manyDropped },
  { matches: ({ outcome }) => outcome === 'refused', one: refused, many: manyRefused },
  { matches: ({ outcome }) => outcome === 'timeLimit', one: limited, many: manyLimited, shared: true },
  { matches: ({ outcome }) => outcome === 'removed', one: removed, many: manyRemoved, shared: true },
  { matches: (stay) => stay.recovered, one: recovered, many: manyRecovered },
];

/** The stays that sentences about events tell. */
function staysInEvents({ drops: { events, followUps } }: CallAnalysis): ReadonlySet<Stay> {
  return new Set([...events.flatMap(({ stays }) => stays), ...followUps.map(({ stay }) => stay)]);
}

/** The problems that no sentence about an event tells, by kind. */
function problemsBesideEvents(call: CallAnalysis, inEvents: ReadonlySet<Stay>) {
  return kinds.map((kind) => ({
    kind,
    problems: affected(call, (stay) => kind.matches(stay) && !(inEvents.has(stay) && !stay.recovered)),
  }));
}

/** The evictions that no sentence about an event tells. */
function evictionsBesideEvents(call: CallAnalysis, inEvents: ReadonlySet<Stay>): Evictions[] {
  return call.evictions
    .map((one) => ({ ...one, stays: one.stays.filter((stay) => !inEvents.has(stay)) }))
    .filter(({ stays }) => stays.length > 0);
}

/** The stays that the sentences of the summary are about, by outcome: those of `countOutcomes`, each once. */
export function staysInSentences(
  call: CallAnalysis,
): ReadonlyMap<CountedOutcome | undefined, readonly Stay[]> {
  const inEvents = staysInEvents(call);
  const told = [
    ...inEvents,
    ...problemsBesideEvents(call, inEvents).flatMap(({ problems }) => problems.flatMap(({ stays }) => stays)),
    ...evictionsBesideEvents(call, inEvents).flatMap(({ stays }) => stays),
  ];
  return Map.groupBy(new Set(told), countedOutcome);
}

/**
 * Problems and rejoins, by the time of the first: one sentence per person if they are few, otherwise one per kind of
 * problem.
 */
export function problemSentences(call: CallAnalysis, format: Format): string[] {
  const inEvents = staysInEvents(call);
  const found = problemsBesideEvents(call, inEvents);
  const evictions = evictionsBesideEvents(call, inEvents);
  const rejoins = rejoinsBeside(call, [
    ...found.slice(0, 2).flatMap(({ problems }) => problems.map(({ lane }) => lane.key)),
    ...[...inEvents].map(({ lane }) => lane),
  ]);
  const concerned = new Set([
    ...[...found.flatMap(({ problems }) => problems), ...rejoins, ...evictions].map(({ lane }) => lane.key),
  ]);
  const few = concerned.size <= maxNames;
  const sentences = found.flatMap(({ kind, problems }) => {
    if (problems.length === 0) return [];
    if ((few && !kind.shared) || problems.length === 1)
      return problems.map(({ time, ...problem }) => ({ time, text: kind.one(problem, call, format) }));
    return [{ time: earliest(problems), text: kind.many(problems, call, format) }];
  });
  return inOrder([
    ...eventSentences(call, format),
    ...sentences,
    ...evictionSentences(evictions, few, format),
    ...rejoinSentences(rejoins, few, call, format),
  ]);
}

/** The texts, as they follow each other in time. */
function inOrder(sentences: readonly TimedSentence[]): string[] {
  return sentences.toSorted((one, other) => one.time - other.time).map(({ text }) => text);
}

function earliest(problems: readonly { readonly time: number }[]): number {
  return problems.reduce((first, { time }) => Math.min(first, time), Number.MAX_VALUE);
}

/** The people with such stays, by the time of the first; the stays by their ends. */
function affected(
  { lanes }: CallAnalysis,
  matches: (stay: Stay) => boolean,
): (PersonProblem & { readonly time: number })[] {
  return lanes
    .flatMap((lane) => {
      const stays = lane.stays.filter(matches).sort((a, b) => endOf(a) - endOf(b));
      return stays.length > 0 ? [{ lane, stays, time: stays[0] ? endOf(stays[0]) : Number.MAX_VALUE }] : [];
    })
    .sort((a, b) => a.time - b.time);
}

function endOf({ span }: Stay): number {
  return span?.end ?? Number.MAX_VALUE;
}

/** Rejoins of people of whom no other sentence tells that they came back. */
function rejoinsBeside(call: CallAnalysis, covered: readonly string[]): ReturnType<typeof affected> {
  return affected(call, ({ arrival }) => arrival === 'rejoin').filter(
    ({ lane }) => !covered.includes(lane.key),
  );
}

function rejoinSentences(
  problems: ReturnType<typeof affected>,
  few: boolean,
  call: CallAnalysis,
  format: Format,
): TimedSentence[] {
  const startOf = ({ stays }: PersonProblem) => stays[0]?.span?.start ?? Number.MAX_VALUE;
  if (few || problems.length === 1)
    return problems.map((problem) => ({ time: startOf(problem), text: rejoined(problem, call, format) }));
  const { length } = problems;
  if (length === 0) return [];
  const times = problems.reduce((sum, { lane }) => sum + lane.rejoins, 0);
  const people = countInText(
    problems.map(({ lane }) => lane),
    format,
  );
  const text =
    times === length
      ? t('{0} rejoined.', people)
      : t('{0} rejoined, {1} times in all.', people, format.number(times));
  return [{ time: earliest(problems.map((problem) => ({ time: startOf(problem) }))), text }];
}
