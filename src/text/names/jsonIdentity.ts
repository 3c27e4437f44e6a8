import { isJsonObject, parseJson } from '../../insights/core/json.ts';
import { cutMiddle, isEmail, maxLabelLength, oneLine } from './shortText.ts';

/**
 * An identity that is a JSON object: applications put there what has no field of its own at Twilio, up to 128
 * bytes (twilio-video.js, issue 331).
 */
export interface JsonIdentity {
  /** The value of the field that names a participant. */
  readonly name: string | undefined;
  /** All other values by the names of their fields. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Longer text is no JSON of an identity. */
const maxLength = 10_000;
const maxFields = 32;
const maxDepth = 4;
/** The length of a name that is left when long values follow it in brackets, in code points. */
const minNameLength = 20;

/** Fields that name a participant, the most telling ones first; in lower case, without separators. */
const nameFields = [
  'name',
  'displayname',
  'fullname',
  'username',
  'participantname',
  'nickname',
  'nick',
  'email',
  'mail',
  'emailaddress',
  'login',
];
const givenNames = ['firstname', 'first', 'givenname', 'given', 'vorname', 'nombre'];
const familyNames = ['lastname', 'last', 'familyname', 'family', 'surname', 'nachname', 'apellido'];

/** Reads an identity; undefined unless it is a JSON object with at least one value. */
export function readJsonIdentity(identity: string): JsonIdentity | undefined {
  const text = identity.trim();
  if (!text.startsWith('{') || !text.endsWith('}') || text.length > maxLength) return undefined;
  const fields = new Map<string, string>();
  try {
    collect(parseJson(text), '', fields, 0);
  } catch {
    return undefined;
  }
  if (fields.size === 0) return undefined;
  const named = nameOf(fields);
  for (const key of named?.keys ?? []) fields.delete(key);
  return { name: named?.name, fields };
}

function collect(value: unknown, path: string, fields: Map<string, string>, depth: number): void {
  if (fields.size >= maxFields || depth > maxDepth) return;
  if (isJsonObject(value) || Array.isArray(value)) {
    for (const [key, one] of Object.entries(value))
      collect(one, path ? `${path}.${key}` : key, fields, depth + 1);
  } else {
    const text = oneLine(typeof value === 'string' ? value : JSON.stringify(value));
    if (text && path) fields.set(path, text);
  }
}

/** The name in the fields, and in which of them it is: a field outside before those inside of others. */
function nameOf(fields: ReadonlyMap<string, string>): { name: string; keys: string[] } | undefined {
  const keys = [...fields.keys()].sort((one, other) => depthOf(one) - depthOf(other));
  const find = (wanted: readonly string[]) =>
    wanted.flatMap((name) => keys.find((key) => plainKey(key) === name && hasLetter(fields.get(key))) ?? []);
  const [given] = find(givenNames);
  const [family] = find(familyNames);
  const whole = find(nameFields)[0];
  const telling = whole !== undefined ? [whole] : [given, family].filter((key) => key !== undefined);
  if (telling.length === 0) return undefined;
  return { name: telling.map((key) => fields.get(key)).join(' '), keys: telling };
}

/** A name from a field, cut if it is long; an e-mail address stays whole. */
export function shortName(name: string, length?: number): string {
  return isEmail(name) ? name : cutMiddle(name, length);
}

function depthOf(path: string): number {
  return path.split('.').length;
}

/** `user.display_name` → `displayname`. */
function plainKey(path: string): string {
  return lastPart(path)
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function hasLetter(text: string | undefined): boolean {
  return text !== undefined && /[\p{L}\p{N}]/u.test(text);
}

/**
 * For each of these identities the fields in which they differ: one field if it is enough, or all; all fields
 * of an identity that is alone. "Ana (patient)", or "role: patient, id: 17" without a name.
 * @param group identities with the same name, or all without one
 */
export function differencesOf(group: readonly JsonIdentity[]): string[] {
  const values = new Map<string, Map<string, number>>();
  for (const { fields } of group) {
    for (const [key, value] of fields) {
      const counts = values.get(key) ?? new Map<string, number>();
      values.set(key, counts.set(value, (counts.get(value) ?? 0) + 1));
    }
  }
  const lengthOf = (key: string) =>
    [...(values.get(key)?.keys() ?? [])].reduce((sum, one) => sum + one.length, 0);
  const [enough] = [...values]
    .filter(([, counts]) => group.length > 1 && counts.size === group.length)
    .map(([key]) => [key, lengthOf(key)] as const)
    .sort(([one, short], [other, long]) => short - long || (one < other ? -1 : 1));
  const differ = (key: string) => {
    if (enough) return key === enough[0];
    const counts = values.get(key);
    return group.length === 1 || (counts?.size ?? 0) > 1 || counts?.values().next().value !== group.length;
  };
  return group.map(({ name, fields }) => {
    const shown = [...fields].filter(([key]) => differ(key));
    const texts = shown.map(([key, value]) =>
      name === undefined ? `${oneLine(lastPart(key))}: ${value}` : value,
    );
    const values = texts.join(', ');
    if (name === undefined) return cutMiddle(values);
    if (values === '') return shortName(name);
    const room = maxLabelLength - ' ()'.length;
    const shownName = shortName(name, Math.max(minNameLength, room - values.length));
    return `${shownName} (${cutMiddle(values, Math.max(room - minNameLength, room - shownName.length))})`;
  });
}
