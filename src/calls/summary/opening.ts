import { t } from '@vscode/l10n';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Lane } from '../analysis/lanes.ts';
import { countInText, nameInText } from '../findings/common/nameText.ts';

/** Up to this number of participants, those that are no people are named. */
const maxNames = 4;

/** The first sentence: how many people were in the room, and for how long. */
export function opening(call: CallAnalysis, format: Format): string {
  if (call.lanes.length === 0) return empty(call, format);
  if (call.people.length === 0) {
    return call.lanes.length === 1
      ? t('One person tried to join and did not get in.')
      : t('{0} tried to join and nobody got in.', countInText(call.lanes, format));
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
  if (roomLength && call.endedViaApi)
    return t('Nobody joined; the room was ended through the API after {0}.', roomLength);
  const timedOut = normalizeEnum(call.room.read('end_reason') ?? '') === 'timeout';
  return timedOut && roomLength
    ? t('Nobody joined; the room timed out after {0}.', roomLength)
    : t('Nobody joined.');
}

/** "3 people, call 42 min.": from the first join to the last leave; the room itself may have lasted longer. */
function finished(call: CallAnalysis, format: Format): string {
  const length = callLength(call, call.lastLeave, format);
  const [one, ...others] = call.people;
  if (one && others.length === 0) {
    const name = nameWithKind(one);
    // Two devices with one identity can be two people.
    if (one.stays.some(({ outcome }) => outcome === 'evicted')) {
      return length
        ? t('Only the identity {0} was in the room, {1}.', name, length)
        : t('Only the identity {0} was in the room.', name);
    }
    return length
      ? t('{0} was alone in the room, {1}.', name, length)
      : t('{0} was alone in the room.', name);
  }
  const who = everybody(call, format);
  if (call.neverMet) return t('{0}, but never at the same time.', who);
  return length ? t('{0}, call {1}.', who, length) : t('{0}.', who);
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
  const total = everybody(call, format);
  if (present === people) return t('{0}, call {1} so far; nobody has left.', total, length);
  if (present === 0) return t('{0}, call {1} so far; nobody is there now.', total, length);
  return format.plural(present, {
    one: t('{0}, call {1} so far; {2} is there now.', total, length, format.number(present)),
    other: t('{0}, call {1} so far; {2} are there now.', total, length, format.number(present)),
  });
}

/** "3 people"; where phones or services are among them, which they are: "Ann and +1 415 555 0123 (phone)". */
function everybody({ people }: CallAnalysis, format: Format): string {
  if (people.every(({ kind }) => kind === 'person')) return format.people(people.length);
  if (people.length <= maxNames) return format.list(people.map(nameWithKind));
  const [persons, phones, services] = (['person', 'phone', 'service'] as const).map(
    (kind) => people.filter((lane) => lane.kind === kind).length,
  );
  return format.list(
    [
      persons ? format.people(persons) : '',
      phones ? phonesInText(phones, format) : '',
      services ? servicesInText(services, format) : '',
    ].filter(Boolean),
  );
}

function nameWithKind({ name, kind }: Lane): string {
  switch (kind) {
    case 'person':
      return nameInText(name);
    case 'phone':
      return t('{0} (by phone)', nameInText(name));
    case 'service':
      return t('{0} (probably a bot or a service)', nameInText(name));
  }
}

function phonesInText(count: number, format: Format): string {
  const args = [format.number(count)];
  return format.plural(count, { one: t('{0} phone', ...args), other: t('{0} phones', ...args) });
}

function servicesInText(count: number, format: Format): string {
  const args = [format.number(count)];
  return format.plural(count, {
    one: t('{0} bot or service', ...args),
    other: t('{0} bots or services', ...args),
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
