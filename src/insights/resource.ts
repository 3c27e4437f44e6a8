import type * as z from 'zod/mini';
import { type JsonObject, plainNumber } from './json.ts';

/** The fields of a kind of resource, each with the schema of what it may hold. */
export type FieldTable = Readonly<Record<string, z.ZodMiniType>>;

/** What the API said of a field. `invalid`: something that the field cannot mean. */
export type FieldState = 'value' | 'null' | 'missing' | 'invalid';

/**
 * A resource of the API: the object as it was sent, which is what the user
 * copies, and a reading of each field on demand. A field is checked when it is
 * read, so that one bad field costs that field and 100,000 rooms cost little.
 */
export class Resource<Fields extends FieldTable> {
  readonly json: JsonObject;
  readonly fields: Fields;

  constructor(json: JsonObject, fields: Fields) {
    this.json = json;
    this.fields = fields;
  }

  /** The field's value; undefined when it is null, missing or not what the field can mean. */
  read<Name extends keyof Fields & string>(name: Name): z.output<Fields[Name]> | undefined {
    const value = plainNumber(this.json[name]);
    if (value === null || value === undefined) return undefined;
    const result = this.fields[name]?.safeParse(value);
    return result?.success ? (result.data as z.output<Fields[Name]>) : undefined;
  }

  state(name: keyof Fields & string): FieldState {
    if (!Object.hasOwn(this.json, name)) return 'missing';
    if (this.json[name] === null) return 'null';
    return this.read(name) === undefined ? 'invalid' : 'value';
  }

  /** Names of what the API sent of the fields that we know. */
  get knownNames(): string[] {
    return Object.keys(this.json).filter((name) => Object.hasOwn(this.fields, name));
  }

  /** Names of what the API sent beyond the fields that we know. */
  get otherNames(): string[] {
    return Object.keys(this.json).filter((name) => !Object.hasOwn(this.fields, name));
  }
}
