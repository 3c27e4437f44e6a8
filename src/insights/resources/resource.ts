import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod/mini';
import { type JsonObject, plainNumber } from '../core/json.ts';
import { restore, restoredField } from './rowCompactor.ts';

/** The fields of a kind of resource, each with the schema of what it may hold. */
export type FieldTable = Readonly<Record<string, z.ZodMiniType>>;

/** What the API said of a field. `invalid`: something that the field cannot mean. */
export type FieldState = 'value' | 'null' | 'missing' | 'invalid';

/**
 * A resource of the API: the object as it was sent, and a reading of each field on demand. A field is checked when it is
 * read, so that one bad field costs that field and 100,000 rooms cost little.
 */
export class Resource<Fields extends FieldTable> {
  readonly #row: JsonObject;
  readonly #sent: JsonObject | undefined;
  readonly fields: Fields;

  /**
   * @param row the resource in the terms of the Insights API, as it is or made small by a `Compactor`
   * @param sent what was sent, where that was something else
   */
  constructor(row: JsonObject, fields: Fields, sent?: JsonObject) {
    this.#row = row;
    this.#sent = sent;
    this.fields = fields;
  }

  /**
   * The resource in the terms of the Insights API. Written anew where it was made small: not for what is done with
   * every room of a long list.
   */
  get json(): JsonObject {
    return restore(this.#row);
  }

  /** What was sent, which is what the user copies: the same, unless it came from the Video API. */
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

  /** The field's value; undefined when it is null, missing or not what the field can mean. */
  read<Name extends keyof Fields & string>(name: Name): z.output<Fields[Name]> | undefined {
    const value = plainNumber(this.field(name));
    if (value === null || value === undefined) return undefined;
    const result = this.fields[name]?.safeParse(value);
    return result?.success ? (result.data as z.output<Fields[Name]>) : undefined;
  }

  state(name: keyof Fields & string): FieldState {
    if (!Object.hasOwn(this.#row, name)) return 'missing';
    if (this.#row[name] === null) return 'null';
    return this.read(name) === undefined ? 'invalid' : 'value';
  }

  /** Whether the API sent the same. */
  equals(other: Resource<Fields>): boolean {
    // As mostly: the refresh of a long list compares every room.
    if (isSame(this.#row, other.#row)) return true;
    // The last comparison is for a row of which only one was made small.
    return isDeepStrictEqual(this.#row, other.#row) || isDeepStrictEqual(this.json, other.json);
  }

  /** Names of what the API sent of the fields that we know. */
  get knownNames(): string[] {
    return Object.keys(this.#row).filter((name) => Object.hasOwn(this.fields, name));
  }

  /** Names of what the API sent beyond the fields that we know. */
  get otherNames(): string[] {
    return Object.keys(this.#row).filter((name) => !Object.hasOwn(this.fields, name));
  }
}

/** Whether all fields of two rows are the same values; false where they are lists or objects that are merely alike. */
function isSame(one: JsonObject, other: JsonObject): boolean {
  let fields = 0;
  for (const name in one) {
    if (one[name] !== other[name] || !Object.hasOwn(other, name)) return false;
    fields++;
  }
  for (const _ in other) fields--;
  return fields === 0;
}
