import { t } from '@vscode/l10n';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import { nameInText } from '../findings/nameText.ts';

/** The first sentence: how many people were in the room, and for how long. */
export function opening(call: CallAnalysis, format: Format): string {
  if (call.lanes.length === 0) return empty(call, format);
  if (call.people.length === 0) {
    return call.lanes.length === 1
      ? t('One person tried to join and did not get in.')
      : t('{0} tried to join and nobody got in.', format.people(call.lanes.length));
  }
  return call.live ? soFar(call, format) : finished(call, format);
}

function empty(call: CallAnalysis, format: Format): string {
  const counted = call.room.read('unique_participants') ?? 0;
  if (counted > 0) {
    return t('Twilio lists no participants, although it counted {0}.', format.participants(counted));
  }
  if (call.live) return t('Nobody has joined yet.');
  const roomLength =
    call.created !== undefined && call.ended !== undefined && call.ended > call.created
      ? format.duration((call.ended - call.created) / 1000)
      : undefined;
  const timedOut = normalizeEnum(call.room.read('end_reason') ?? '') === 'timeout';
  return timedOut && roomLength
    ? t('Nobody joined; the room timed out after {0}.', roomLength)
    : t('Nobody joined.');
}

/** "3 people, 42 min.": from the first join to the last leave; the room itself may have lasted longer. */
function finished(call: CallAnalysis, format: Format): string {
  const length = callLength(call, call.lastLeave, format);
  const [one, ...others] = call.people;
  if (one && others.length === 0) {
    const name = nameInText(one.name);
    return length
      ? t('{0} was alone in the room, {1}.', name, length)
      : t('{0} was alone in the room.', name);
  }
  const people = format.people(call.people.length);
  if (call.presence.peak?.people.count === 1 && !call.presence.peakUncertain) {
    return t('{0}, but never at the same time.', people);
  }
  return length ? t('{0}, {1}.', people, length) : t('{0}.', people);
}

function soFar(call: CallAnalysis, format: Format): string {
  const length = callLength(call, call.now, format) ?? format.duration(0);
  const [people, present] = [call.people.length, call.present.length];
  const [one] = call.people;
  if (one && people === 1) {
    const name = nameInText(one.name);
    return present === 1
      ? t('{0} is alone in the room, {1} so far.', name, length)
      : t('{0} was alone in the room and has left.', name);
  }
  const total = format.people(people);
  if (present === people) return t('{0}, {1} so far; nobody has left.', total, length);
  if (present === 0) return t('{0} in {1} so far; nobody is there now.', total, length);
  return format.plural(present, {
    one: t('{0} in {1} so far; {2} is there now.', total, length, format.number(present)),
    other: t('{0} in {1} so far; {2} are there now.', total, length, format.number(present)),
  });
}

function callLength(
  { firstJoin }: CallAnalysis,
  until: number | undefined,
  format: Format,
): string | undefined {
  if (firstJoin === undefined || until === undefined || until < firstJoin) return undefined;
  return format.duration((until - firstJoin) / 1000);
}
