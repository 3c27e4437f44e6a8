/** An object as the API sent it: unknown fields, nulls and order included. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whole numbers of 16 digits or more, which a double may not hold exactly. */
const longNumber = /[:[,]\s*-?\d{16,}/;

interface RawJson {
  rawJSON(text: string): unknown;
}

/**
 * `JSON.parse`, but an integer too large for a double stays as it was written,
 * so that what the user copies is what the API sent (its counts are int64).
 * Such a number is an object that `JSON.stringify` writes back unchanged.
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  if (!longNumber.test(text)) return JSON.parse(text);
  const { rawJSON } = JSON as unknown as RawJson;
  const keepLong = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && context?.source
      ? rawJSON(context.source)
      : value;
  return JSON.parse(text, keepLong);
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
