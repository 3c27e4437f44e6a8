/** An object as the API sent it: unknown fields and nulls included. */
export type JsonObject = { readonly [key: string]: unknown };

/**
 * Numbers in fields of objects that `JSON.stringify` might write differently: long ones, fractions,
 * exponents, minus zero. Numbers in lists are not matched, which would take twice as long; lists rarely hold
 * any.
 */
const delicateNumber = /["\s]:\s*-?(?:\d{16,}|\d+[.eE]|0(?<=-0)(?!\d))/;

/** The result of `JSON.rawJSON`: `JSON.stringify` writes it as the text it holds. */
interface RawJson {
  readonly rawJSON: string;
}

const json = JSON as unknown as {
  rawJSON(text: string): RawJson;
  isRawJSON(value: unknown): value is RawJson;
};

/**
 * `JSON.parse`, but a number that JavaScript would write differently (an int64 too large for a double, `1.0`)
 * stays as it was sent, so that the user copies what the API sent. Read such a value through `plainNumber`.
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  if (!delicateNumber.test(text)) {
    const value: unknown = JSON.parse(text);
    if (!holdsListedNumber(value)) return value;
  }
  const preserve = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && context?.source !== undefined && JSON.stringify(value) !== context.source
      ? json.rawJSON(context.source)
      : value;
  return JSON.parse(text, preserve);
}

/** Whether any list in the value holds a number, at any depth; true for a number itself. */
function holdsListedNumber(value: unknown): boolean {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsListedNumber);
  for (const name in value) {
    const field = (value as JsonObject)[name];
    if (typeof field === 'object' && field !== null && holdsListedNumber(field)) return true;
  }
  return false;
}

/** The number of a value that `parseJson` stored as text; every other value unchanged. */
export function plainNumber(value: unknown): unknown {
  return json.isRawJSON(value) ? Number(value.rawJSON) : value;
}

/** Whether a value is an object: no list, no null, and no number that `parseJson` stored as text. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !json.isRawJSON(value);
}
