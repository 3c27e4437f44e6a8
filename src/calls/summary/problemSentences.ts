import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Stay } from '../analysis/stay.ts';
import { countInText } from '../findings/common/nameText.ts';
import { eventSentences } from './eventSentences.ts';
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

/** Problems and rejoins: one sentence per person if they are few, otherwise one per kind of problem. */
export function problemSentences(call: CallAnalysis, format: Format): string[] {
  const { events, followUps } = call.drops;
  const inEvents = new Set([...events.flatMap(({ stays }) => stays), ...followUps.map(({ stay }) => stay)]);
  const found = kinds.map((kind) => ({
    kind,
    problems: affected(call, (stay) => kind.matches(stay) && !(inEvents.has(stay) && !stay.recovered)),
  }));
  const evictions = call.evictions.filter(({ stays }) => !stays.every((stay) => inEvents.has(stay)));
  const rejoins = rejoinsBeside(call, [
    ...found.slice(0, 2).flatMap(({ problems }) => problems.map(({ lane }) => lane.key)),
    ...[...inEvents].map(({ lane }) => lane),
  ]);
  const concerned = new Set([
    ...[...found.flatMap(({ problems }) => problems), ...rejoins, ...evictions].map(({ lane }) => lane.key),
  ]);
  const few = concerned.size <= maxNames;
  const sentences = found.map(({ kind, problems }) => {
    if (problems.length === 0) return [];
    if ((few && !kind.shared) || problems.length === 1)
      return problems.map((problem) => kind.one(problem, call, format));
    return [kind.many(problems, call, format)];
  });
  const [drops = [], refusals = [], ...rest] = sentences;
  return [
    ...eventSentences(call, format),
    ...drops,
    ...refusals,
    ...evictionSentences(evictions, few, format),
    ...rest.flat(),
    ...rejoinSentences(rejoins, few, call, format),
  ];
}

/** The people with such stays, by the time of the first; the stays by their ends. */
function affected({ lanes }: CallAnalysis, matches: (stay: Stay) => boolean): PersonProblem[] {
  return lanes
    .flatMap((lane) => {
      const stays = lane.stays.filter(matches).sort((a, b) => endOf(a) - endOf(b));
      return stays.length > 0 ? [{ lane, stays, time: stays[0] ? endOf(stays[0]) : 0 }] : [];
    })
    .sort((a, b) => a.time - b.time);
}

function endOf({ span }: Stay): number {
  return span?.end ?? Number.MAX_VALUE;
}

/** Rejoins of people of whom no other sentence tells that they came back. */
function rejoinsBeside(call: CallAnalysis, covered: readonly string[]): PersonProblem[] {
  return affected(call, ({ arrival }) => arrival === 'rejoin').filter(
    ({ lane }) => !covered.includes(lane.key),
  );
}

function rejoinSentences(
  problems: readonly PersonProblem[],
  few: boolean,
  call: CallAnalysis,
  format: Format,
): string[] {
  if (few || problems.length === 1) return problems.map((problem) => rejoined(problem, call, format));
  const { length } = problems;
  if (length === 0) return [];
  const times = problems.reduce((sum, { lane }) => sum + lane.rejoins, 0);
  const people = countInText(
    problems.map(({ lane }) => lane),
    format,
  );
  return [
    times === length
      ? t('{0} rejoined.', people)
      : t('{0} rejoined, {1} times in all.', people, format.number(times)),
  ];
}
