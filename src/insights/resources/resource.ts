import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod/mini';
import { type JsonObject, plainNumber } from '../core/json.ts';
import { restore, restoredField } from './rowCompactor.ts';

/** The fields of a kind of resource, each with the schema of its value. */
export type FieldTable = Readonly<Record<string, z.ZodMiniType>>;

/** What the API sent in a field. `invalid`: a value that the field cannot have. */
export type FieldState = 'value' | 'null' | 'missing' | 'invalid';

/**
 * A resource of the API: the object as it was sent, with fields parsed on demand. A field is validated when
 * it is read, so that one bad field costs only that field and 100,000 rooms cost little.
 */
export class Resource<Fields extends FieldTable> {
  readonly #row: JsonObject;
  readonly #sent: JsonObject | undefined;
  readonly fields: Fields;

  /**
   * @param row the resource with the field names of the Insights API, as sent or compacted by a
   * `RowCompactor`
   * @param sent the original object, if it was different
   */
  constructor(row: JsonObject, fields: Fields, sent?: JsonObject) {
    this.#row = row;
    this.#sent = sent;
    this.fields = fields;
  }

  /**
   * The resource with the field names of the Insights API. A compacted row is restored on each call: do not
   * call this for every room of a long list.
   */
  get json(): JsonObject {
    return restore(this.#row);
  }

  /**
   * The object as the API sent it, which the user copies: equal to `json` unless it came from the Video API.
   */
  get sent(): JsonObject {
    return this.#sent ?? this.json;
  }

  /** One field of `json`. */
  field(name: string): unknown {
    return restoredField(this.#row, name);
  }

  /** Known fields with a value in `other` that are null or missing here. */
  lackingFrom(other: Resource<Fields>): JsonObject {
    const names = other.knownNames.filter((name) => (this.field(name) ?? null) === null);
    return Object.fromEntries(
      names.map((name) => [name, other.field(name)]).filter(([, value]) => (value ?? null) !== null),
    );
  }

  /** The parsed value of a field; undefined if it is null, missing or invalid. */
  read<Name extends keyof Fields & string>(name: Name): z.output<Fields[Name]> | undefined {
    const value = plainNumber(this.field(name));
    if (value === null || value === undefined) return undefined;
    const result = this.fields[name]?.safeParse(value);
    return result?.success ? (result.data as z.output<Fields[Name]>) : undefined;
  }

  /** What the API sent in a field. */
  state(name: keyof Fields & string): FieldState {
    if (!Object.hasOwn(this.#row, name)) return 'missing';
    if (this.#row[name] === null) return 'null';
    return this.read(name) === undefined ? 'invalid' : 'value';
  }

  /** Whether the API sent the same values. */
  equals(other: Resource<Fields>): boolean {
    // The usual case: the refresh of a long list compares every room.
    if (isSame(this.#row, other.#row)) return true;
    // The last comparison is for two rows of which only one is compacted.
    return isDeepStrictEqual(this.#row, other.#row) || isDeepStrictEqual(this.json, other.json);
  }

  /** Names of the fields sent that have a schema. */
  get knownNames(): string[] {
    return Object.keys(this.#row).filter((name) => Object.hasOwn(this.fields, name));
  }

  /** Names of the fields sent that have no schema. */
  get otherNames(): string[] {
    return Object.keys(this.#row).filter((name) => !Object.hasOwn(this.fields, name));
  }
}

/** Whether all fields of two rows are identical; false for lists or objects that are merely equal. */
function isSame(one: JsonObject, other: JsonObject): boolean {
  let fields = 0;
  for (const name in one) {
    if (one[name] !== other[name] || !Object.hasOwn(other, name)) return false;
    fields++;
  }
  for (const _ in other) fields--;
  return fields === 0;
}
