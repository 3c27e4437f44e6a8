import { t } from '@vscode/l10n';
import { isJsonObject, plainNumber } from '../../insights/core/json.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { readJsonIdentity } from '../../text/names/jsonIdentity.ts';
import { isEmail } from '../../text/names/shortText.ts';
import { byJoinTime } from '../../text/participantText.ts';
import { phoneNumbersIn } from '../redact/phoneNumbers.ts';
import { TextRedactor } from '../redact/textRedactor.ts';

/** A room and its participants. */
export interface Call {
  readonly room: Room;
  readonly participants: readonly Participant[];
}

/** Text fields; some of them are free text that may contain a name. */
const roomTexts = [
  'account_sid',
  'room_type',
  'room_status',
  'created_method',
  'end_reason',
  'codecs',
  'media_region',
  'edge_location',
  'processing_state',
] as const;
const participantTexts = [
  'status',
  'end_reason',
  'codecs',
  'media_region',
  'edge_location',
  'publisher_info',
] as const;

/**
 * The same call without names: each identity becomes "Participant 1", "Participant 2"… in the order of
 * joining, always the same one; the room has no name; and in free text (an end reason, a device) these names
 * are redacted too. URLs, which contain names, are left out. Everything derived from the result is free of
 * names.
 */
export function pseudonymize({ room, participants }: Call): Call {
  const names = pseudonymsOf(participants);
  const identities = new Map<string, string>();
  const namesInside = new Map<string, string>();
  for (const participant of participants) {
    const identity = participant.read('participant_identity')?.trim();
    if (!identity || identities.has(identity)) continue;
    const pseudonym = names.get(identityOf(participant)) ?? '';
    identities.set(identity, pseudonym);
    // An end reason may hold what is in the JSON.
    const json = readJsonIdentity(identity);
    if (json?.name !== undefined) namesInside.set(json.name, pseudonym);
    for (const value of json?.fields.values() ?? []) {
      if (isEmail(value) || phoneNumbersIn(value).length > 0) namesInside.set(value, pseudonym);
    }
  }
  const redactor = new TextRedactor([
    ...identities,
    ...namesInside,
    [room.read('room_name') ?? '', t('(room name)')],
  ]);
  return {
    room: room.with({
      ...redactFields(room.json, roomTexts, redactor),
      room_name: null,
      status_callback: null,
      url: null,
      links: null,
    }),
    participants: participants.map((one) =>
      one.with({
        ...redactFields(one.json, participantTexts, redactor),
        participant_identity: names.get(identityOf(one)),
        error_code_url: null,
        url: null,
        properties: null,
      }),
    ),
  };
}

/** Identifies a person: by the identity, or by the stay if there is none. The analysis does the same. */
function identityOf(participant: Participant): string {
  const identity = participant.read('participant_identity');
  return identity?.trim() ? `identity:${identity}` : `key:${participant.key}`;
}

function pseudonymsOf(participants: readonly Participant[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const participant of byJoinTime(participants)) {
    const identity = identityOf(participant);
    if (!names.has(identity)) names.set(identity, t('Participant {0}', names.size + 1));
  }
  return names;
}

function redactFields(
  json: Room['json'],
  fields: readonly string[],
  redactor: TextRedactor,
): { [field: string]: unknown } {
  return Object.fromEntries(
    fields
      .filter((field) => Object.hasOwn(json, field))
      .map((field) => [field, redactValue(json[field], redactor)]),
  );
}

function redactValue(value: unknown, redactor: TextRedactor): unknown {
  const plain = plainNumber(value);
  if (typeof plain === 'string') return redactor.redact(plain);
  if (typeof plain === 'number') {
    // A number may be an identity or a telephone number.
    const text = String(plain);
    const redacted = redactor.redact(text);
    return redacted === text ? value : redacted;
  }
  if (Array.isArray(plain)) return plain.map((one) => redactValue(one, redactor));
  if (!isJsonObject(plain)) return plain;
  return Object.fromEntries(
    Object.entries(plain).map(([key, one]) => [redactor.redact(key), redactValue(one, redactor)]),
  );
}
