import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { StayOutcome } from '../analysis/outcome.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorInText } from '../findings/nameText.ts';
import { dropped, evicted, limited, refused, rejoined } from './personSentences.ts';

/** Up to so many people are named with what happened to each; more are counted. */
const maxNames = 3;

/** A kind of trouble: what shows it, a sentence about one person, and one about many. */
interface Problem {
  readonly shows: (stay: Stay) => boolean;
  readonly one: (lane: Lane, format: Format) => string;
  /** Also for two or three, because it happens to everybody alike. */
  readonly shared?: true;
  readonly many: (lanes: readonly Lane[], call: CallAnalysis, format: Format) => string;
}

const kinds: readonly Problem[] = [
  { shows: (stay) => stay.outcome === 'dropped', one: dropped, many: manyDropped },
  { shows: (stay) => stay.outcome === 'refused', one: refused, many: manyRefused },
  { shows: (stay) => stay.outcome === 'evicted', one: evicted, many: manyEvicted },
  { shows: (stay) => stay.outcome === 'timeLimit', one: limited, many: manyLimited, shared: true },
];

const rejoins: Problem = { shows: (stay) => stay.arrival === 'rejoin', one: rejoined, many: manyRejoined };

/** What went wrong, and who came back: a sentence for each person if they are few, else for each kind of trouble. */
export function problemSentences(call: CallAnalysis, format: Format): string[] {
  const found = kinds.map((kind) => ({ kind, lanes: concerned(call.lanes, kind) }));
  // Who dropped or was refused and came back has been said to have come back.
  const told = new Set(found.slice(0, 2).flatMap(({ lanes }) => lanes));
  found.push({ kind: rejoins, lanes: concerned(call.lanes, rejoins).filter((lane) => !told.has(lane)) });
  const few = new Set(found.flatMap(({ lanes }) => lanes)).size <= maxNames;
  return found.flatMap(({ kind, lanes }) => {
    const [first] = lanes;
    if (!first) return [];
    if ((few && !kind.shared) || lanes.length === 1) return lanes.map((lane) => kind.one(lane, format));
    return [kind.many(lanes, call, format)];
  });
}

/** Those with that trouble, in the order in which they had it. */
function concerned(lanes: readonly Lane[], { shows }: Problem): Lane[] {
  return lanes
    .flatMap((lane) => {
      const stay = lane.stays.find(shows);
      return stay ? [{ lane, time: stay.span?.end ?? Number.MAX_VALUE }] : [];
    })
    .sort((a, b) => a.time - b.time)
    .map(({ lane }) => lane);
}

function manyDropped(lanes: readonly Lane[], call: CallAnalysis, format: Format): string {
  const [some, all] = [format.number(lanes.length), format.people(call.people.length)];
  const { all: every, most, first } = commonest(lanes, 'dropped');
  if (every) {
    return lanes.length === call.people.length
      ? t('Everybody dropped with {0}.', every)
      : t('{0} of {1} dropped, all with {2}.', some, all, every);
  }
  if (most) return t('{0} of {1} dropped, most with {2}.', some, all, most);
  return first
    ? t('{0} of {1} dropped, with different errors; the most common is {2}.', some, all, first)
    : t('{0} of {1} dropped, with different errors.', some, all);
}

function manyRefused(lanes: readonly Lane[], _call: CallAnalysis, format: Format): string {
  const { all, most } = commonest(lanes, 'refused');
  const people = format.people(lanes.length);
  if (all) return t('{0} could not join: {1}.', people, all);
  return most ? t('{0} could not join, most with {1}.', people, most) : t('{0} could not join.', people);
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

/** The error of all stays of that outcome, of more than half of them, or else the one that leads. */
function commonest(
  lanes: readonly Lane[],
  outcome: StayOutcome,
): { all?: string; most?: string; first?: string } {
  const counts = new Map<string, { stay: Stay; count: number }>();
  const stays = lanes.flatMap((lane) => lane.stays.filter((stay) => stay.outcome === outcome));
  for (const stay of stays) {
    const key = stay.errorCode === undefined ? `reason ${stay.endReason}` : String(stay.errorCode);
    const seen = counts.get(key);
    counts.set(key, { stay, count: (seen?.count ?? 0) + 1 });
  }
  const [top, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!top) return {};
  const words = errorInText(top.stay.errorCode, top.stay.endReason);
  if (top.count === stays.length) return { all: words };
  if (top.count > stays.length / 2) return { most: words };
  return top.count > (second?.count ?? 0) ? { first: words } : {};
}
