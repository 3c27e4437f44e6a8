import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { DropEvent, FollowUp } from '../analysis/dropEvents.ts';
import { countInText, errorInText, lanesWith, nameInText } from '../findings/common/nameText.ts';
import { mostCommonError } from './manySentences.ts';
import { cameBack, withReturns } from './returns.ts';

/** A sentence of the summary with the time that it goes by, in milliseconds since 1970. */
export interface TimedSentence {
  /** `Number.MAX_VALUE` if it is not known. */
  readonly time: number;
  readonly text: string;
}

/** What happened to several people at once, and to one because of another. */
export function eventSentences(call: CallAnalysis, format: Format): TimedSentence[] {
  const { events, followUps } = call.drops;
  return [
    ...events.map((event) => {
      const sentence = event.stays.length === 2 ? pair(event, format) : many(event, call, format);
      return { time: event.span.start, text: withReturns(sentence, event.stays, call, format) };
    }),
    ...followUps.map((followUp) => ({
      time: followUp.stay.span?.end ?? Number.MAX_VALUE,
      text: followed(followUp, call, format),
    })),
  ];
}

/** How far apart the ends of an event are: "2 sec", at least one. */
export function spread({ span }: Pick<DropEvent, 'span'>, format: Format): string {
  return format.duration(Math.max(1, Math.ceil((span.end - span.start) / 1000)));
}

function pair(event: DropEvent, format: Format): string {
  const [one, other] = event.stays;
  const [name, otherName] = [nameInText(one?.name ?? ''), nameInText(other?.name ?? '')];
  const [error, otherError] = [one, other].map((stay) => errorInText(stay?.endCode, stay?.endReason));
  const [at, within] = [format.clockTime(event.span.start), spread(event, format)];
  if (error === otherError && event.stays.some(({ outcome }) => outcome !== 'dropped')) {
    return t(
      '{0} and {1} were cut off at {2}, within {3} of each other, both with {4}.',
      ...[name, otherName, at, within, error ?? ''],
    );
  }
  if (error === otherError) {
    return t(
      '{0} and {1} dropped at {2}, within {3} of each other, both with {4}.',
      ...[name, otherName, at, within, error ?? ''],
    );
  }
  return t(
    '{0} and {1} were cut off at {2}, within {3} of each other: {0} with {4}; {1} with {5}.',
    ...[name, otherName, at, within, error ?? '', otherError ?? ''],
  );
}

function many(event: DropEvent, call: CallAnalysis, format: Format): string {
  const who = countInText(lanesWith(event.stays, call), format);
  const { all, majority } = mostCommonError(event.stays);
  const [at, within] = [format.clockTime(event.span.start), spread(event, format)];
  // Those that were disconnected because of a duplicate identity did not drop.
  if (event.stays.some(({ outcome }) => outcome !== 'dropped')) {
    if (all)
      return t('{0} were cut off at {1}, within {2} of each other, all with {3}.', who, at, within, all);
    return majority
      ? t('{0} were cut off at {1}, within {2} of each other, most with {3}.', who, at, within, majority)
      : t('{0} were cut off at {1}, within {2} of each other, with different errors.', who, at, within);
  }
  if (all) return t('{0} dropped at {1}, within {2} of each other, all with {3}.', who, at, within, all);
  return majority
    ? t('{0} dropped at {1}, within {2} of each other, most with {3}.', who, at, within, majority)
    : t('{0} dropped at {1}, within {2} of each other, with different errors.', who, at, within);
}

/** "Kim dropped at 14:31 with 53405, media connection failed, 14 sec after Lee had left." */
function followed({ stay, after }: FollowUp, call: CallAnalysis, format: Format): string {
  const end = stay.span?.end ?? 0;
  const sentence = t(
    '{0} dropped at {1} with {2}, {3} after {4} had left.',
    nameInText(stay.name),
    format.clockTime(end),
    errorInText(stay.endCode, stay.endReason),
    format.duration(Math.max(0, end - (after.span?.end ?? end)) / 1000),
    nameInText(after.name),
  );
  const lane = call.lanes.find(({ key }) => key === stay.lane);
  const back = lane && stay.backAt !== undefined && cameBack(stay, lane, call);
  return back ? joinSentences([sentence, t('It worked at {0}.', format.clockTime(stay.backAt))]) : sentence;
}
