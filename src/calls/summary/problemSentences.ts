import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { StayOutcome } from '../analysis/outcome.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorInText } from '../findings/nameText.ts';
import { dropped, evicted, limited, refused, rejoined } from './personSentences.ts';

/** Up to this number of people each get a sentence; more are counted. */
const maxNames = 3;

/** A kind of problem: the stays that have it, a sentence about one person, and one about many. */
interface Problem {
  readonly matches: (stay: Stay) => boolean;
  readonly one: (lane: Lane, format: Format) => string;
  /** Uses `many` for two or three people too, because the problem is the same for all. */
  readonly shared?: true;
  readonly many: (lanes: readonly Lane[], call: CallAnalysis, format: Format) => string;
}

const kinds: readonly Problem[] = [
  { matches: (stay) => stay.outcome === 'dropped', one: dropped, many: manyDropped },
  { matches: (stay) => stay.outcome === 'refused', one: refused, many: manyRefused },
  { matches: (stay) => stay.outcome === 'evicted', one: evicted, many: manyEvicted },
  { matches: (stay) => stay.outcome === 'timeLimit', one: limited, many: manyLimited, shared: true },
];

const rejoins: Problem = { matches: (stay) => stay.arrival === 'rejoin', one: rejoined, many: manyRejoined };

/** Problems and rejoins: one sentence per person if they are few, otherwise one per kind of problem. */
export function problemSentences(call: CallAnalysis, format: Format): string[] {
  const found = kinds.map((kind) => ({ kind, lanes: affectedLanes(call.lanes, kind) }));
  // The sentences about drops and refusals mention rejoins already.
  const covered = new Set(found.slice(0, 2).flatMap(({ lanes }) => lanes));
  found.push({
    kind: rejoins,
    lanes: affectedLanes(call.lanes, rejoins).filter((lane) => !covered.has(lane)),
  });
  const few = new Set(found.flatMap(({ lanes }) => lanes)).size <= maxNames;
  return found.flatMap(({ kind, lanes }) => {
    const [first] = lanes;
    if (!first) return [];
    if ((few && !kind.shared) || lanes.length === 1) return lanes.map((lane) => kind.one(lane, format));
    return [kind.many(lanes, call, format)];
  });
}

/** The people with that problem, by its time. */
function affectedLanes(lanes: readonly Lane[], { matches }: Problem): Lane[] {
  return lanes
    .flatMap((lane) => {
      const stay = lane.stays.find(matches);
      return stay ? [{ lane, time: stay.span?.end ?? Number.MAX_VALUE }] : [];
    })
    .sort((a, b) => a.time - b.time)
    .map(({ lane }) => lane);
}

function manyDropped(lanes: readonly Lane[], call: CallAnalysis, format: Format): string {
  const [some, all] = [format.number(lanes.length), format.people(call.people.length)];
  const { all: sharedError, majority, first } = commonest(lanes, 'dropped');
  if (sharedError) {
    return lanes.length === call.people.length
      ? t('Everybody dropped with {0}.', sharedError)
      : t('{0} of {1} dropped, all with {2}.', some, all, sharedError);
  }
  if (majority) return t('{0} of {1} dropped, most with {2}.', some, all, majority);
  return first
    ? t('{0} of {1} dropped, with different errors; the most common is {2}.', some, all, first)
    : t('{0} of {1} dropped, with different errors.', some, all);
}

function manyRefused(lanes: readonly Lane[], _call: CallAnalysis, format: Format): string {
  const { all, majority } = commonest(lanes, 'refused');
  const people = format.people(lanes.length);
  if (all) return t('{0} could not join: {1}.', people, all);
  return majority
    ? t('{0} could not join, most with {1}.', people, majority)
    : t('{0} could not join.', people);
}

function manyEvicted(lanes: readonly Lane[], _call: CallAnalysis, format: Format): string {
  return t('{0} were evicted by a second connection of their identity (53205).', format.people(lanes.length));
}

function manyLimited(lanes: readonly Lane[], call: CallAnalysis, format: Format): string {
  return lanes.length === call.people.length
    ? t('Everybody was disconnected at the session length limit (53216).')
    : t('{0} were disconnected at the session length limit (53216).', format.people(lanes.length));
}

function manyRejoined(lanes: readonly Lane[], _call: CallAnalysis, format: Format): string {
  const times = lanes.reduce((sum, { rejoins }) => sum + rejoins, 0);
  return times === lanes.length
    ? t('{0} rejoined.', format.people(lanes.length))
    : t('{0} rejoined, {1} times in all.', format.people(lanes.length), format.number(times));
}

/** The error of all stays of that outcome, of more than half of them, or the single most common one. */
function commonest(
  lanes: readonly Lane[],
  outcome: StayOutcome,
): { all?: string; majority?: string; first?: string } {
  const counts = new Map<string, { stay: Stay; count: number }>();
  const stays = lanes.flatMap((lane) => lane.stays.filter((stay) => stay.outcome === outcome));
  for (const stay of stays) {
    const key = stay.errorCode === undefined ? `reason ${stay.endReason}` : String(stay.errorCode);
    const seen = counts.get(key);
    counts.set(key, { stay, count: (seen?.count ?? 0) + 1 });
  }
  const [top, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!top) return {};
  const errorText = errorInText(top.stay.errorCode, top.stay.endReason);
  if (top.count === stays.length) return { all: errorText };
  if (top.count > stays.length / 2) return { majority: errorText };
  return top.count > (second?.count ?? 0) ? { first: errorText } : {};
}
