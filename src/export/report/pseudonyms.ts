import { t } from '@vscode/l10n';
import { isJsonObject } from '../../insights/core/json.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { byJoinTime } from '../../text/participantText.ts';
import { TextRedactor } from './redactText.ts';

/** A room and everybody who was in it. */
export interface Call {
  readonly room: Room;
  readonly participants: readonly Participant[];
}

/** Fields that are texts, of which some are free and may hold a name. */
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
 * The same call without names: every identity is "Participant 1", "Participant 2"… in
 * the order of joining, the same one always the same; the room has no name; and
 * where a free text (an end reason, a device) holds one of these names, it is
 * replaced there too. The addresses, in which names occur, are left out.
 * What is worked out from the result has never seen a name.
 */
export function pseudonymize({ room, participants }: Call): Call {
  const names = pseudonymsOf(participants);
  const identities = new Map<string, string>();
  for (const participant of participants) {
    const identity = participant.read('participant_identity')?.trim();
    if (identity) identities.set(identity, names.get(identityOf(participant)) ?? '');
  }
  const text = new TextRedactor(new Map([[room.read('room_name') ?? '', t('(room name)')], ...identities]));
  return {
    room: room.with({
      ...without(room.json, roomTexts, text),
      ...{ room_name: null, status_callback: null, url: null, links: null },
    }),
    participants: participants.map((one) =>
      one.with({
        ...without(one.json, participantTexts, text),
        ...{
          participant_identity: names.get(identityOf(one)),
          error_code_url: null,
          url: null,
          properties: null,
        },
      }),
    ),
  };
}

/** What tells people apart: the identity, or the stay where there is none. As the analysis does. */
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

function without(
  json: Room['json'],
  fields: readonly string[],
  text: TextRedactor,
): { [field: string]: unknown } {
  return Object.fromEntries(
    fields.filter((field) => Object.hasOwn(json, field)).map((field) => [field, clean(json[field], text)]),
  );
}

function clean(value: unknown, text: TextRedactor): unknown {
  if (typeof value === 'string') return text.without(value);
  if (Array.isArray(value)) return value.map((one) => clean(one, text));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one, text)]));
}
