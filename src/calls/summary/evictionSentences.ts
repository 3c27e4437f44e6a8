import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { EvictionKind, Evictions } from '../analysis/evictions.ts';
import type { Stay } from '../analysis/stay.ts';
import { countInText, nameInText, timesInText } from '../findings/common/nameText.ts';
import type { TimedSentence } from './eventSentences.ts';
import { timesWithClock } from './personSentences.ts';

/** Evictions: one sentence per identity if they are few, else one for each kind. */
export function evictionSentences(
  evictions: readonly Evictions[],
  few: boolean,
  format: Format,
): TimedSentence[] {
  const single = (one: Evictions) => ({ time: timeOf([one]), text: sentence(one, format) });
  if (few) return evictions.map(single);
  return [...Map.groupBy(evictions, ({ kind }) => kind)].map(([kind, group]) => {
    const [first] = group;
    if (first && group.length === 1) return single(first);
    const people = countInText(
      group.map(({ lane }) => lane),
      format,
    );
    return { time: timeOf(group), text: countSentence(kind, people) };
  });
}

/** When the first of them ended. */
function timeOf(evictions: readonly Evictions[]): number {
  const ends = evictions.flatMap(({ stays }) => stays.map(({ span }) => span?.end ?? Number.MAX_VALUE));
  return ends.reduce((first, end) => Math.min(first, end), Number.MAX_VALUE);
}

function countSentence(kind: EvictionKind, people: string): string {
  switch (kind) {
    case 'fight':
      return t(
        '{0}: clients with the same identity disconnected each other in turn (53205, duplicate identity).',
        people,
      );
    case 'renewal':
      return t('{0} connected again shortly before the session limit (53205).', people);
    case 'replaced':
      return t(
        '{0} were disconnected by a new connection of their identity (53205, duplicate identity).',
        people,
      );
    case 'unseen':
      return t(
        '{0} were disconnected because of a duplicate identity (53205) of which no connection is in the list.',
        people,
      );
  }
}

function sentence({ lane, kind, stays, inTurn, limitMs }: Evictions, format: Format): string {
  const name = nameInText(lane.name);
  switch (kind) {
    case 'fight':
      return fight(name, inTurn, format);
    case 'renewal':
      if (stays.length === 1) {
        return t(
          '{0} connected again after {1}: shortly before a session limit of {2} (53205).',
          ...[name, lengthOf(stays[0], format), format.duration((limitMs ?? 0) / 1000)],
        );
      }
      return t(
        '{0} connected again {1}, each time after {2}: shortly before a session limit of {3} (53205).',
        ...[name, timesInText(stays.length, format), lengthOf(stays[0], format)],
        format.duration((limitMs ?? 0) / 1000),
      );
    case 'replaced':
      return replaced(name, stays, format);
    case 'unseen':
      return t(
        '{0} was disconnected {1} because of a duplicate identity (53205); the other connection is not in the list.',
        name,
        timesWithClock(stays, format),
      );
  }
}

function fight(name: string, stays: readonly Stay[], format: Format): string {
  const ends = stays.flatMap(({ span, end }) => (span && end === 'left' ? span.end : []));
  const [first = 0, last = 0] = [ends[0], ends.at(-1)];
  return t(
    'Clients with the identity {0} disconnected each other {1} in turn, within {2} from {3} on (53205, duplicate identity).',
    name,
    timesInText(stays.length, format),
    format.duration(Math.max(1, Math.ceil((last - first) / 1000))),
    format.clockTime(first),
  );
}

function replaced(name: string, stays: readonly Stay[], format: Format): string {
  const [stay] = stays;
  if (stays.length > 1) {
    return t(
      '{0} was disconnected {1} by a new connection of the same identity (53205, duplicate identity).',
      name,
      timesWithClock(stays, format),
    );
  }
  return stay?.span && stay.end === 'left'
    ? t(
        '{0} was disconnected at {1} by a second connection of the same identity (53205, duplicate identity).',
        name,
        format.clockTime(stay.span.end),
      )
    : t(
        '{0} was disconnected by a second connection of the same identity (53205, duplicate identity).',
        name,
      );
}

function lengthOf(stay: Stay | undefined, format: Format): string {
  return stay?.span ? format.duration((stay.span.end - stay.span.start) / 1000) : '';
}
