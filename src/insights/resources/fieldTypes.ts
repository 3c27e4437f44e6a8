import * as z from 'zod/mini';
import { isJsonObject, type JsonObject } from '../core/json.ts';

/** Any text. Enumerations are texts too, because they grow: an unknown value must not cost a row. */
export const text = z.string();

const shape = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/;
const zone = /(?:[Zz]|[+-]\d\d:?\d\d)$/;

/** A date-time as milliseconds since 1970, UTC if it names no zone; NaN if the text is not a date-time. */
export function parseTime(text: string): number {
  if (!shape.test(text)) return Number.NaN;
  return Date.parse(text.endsWith('Z') || zone.test(text) ? text : `${text}Z`);
}

/** A date-time, with or without milliseconds, as milliseconds since 1970; UTC if it names no zone. */
export const time = z.pipe(z.string(), z.pipe(z.transform(parseTime), z.number()));

/** A count or a number of seconds; an int64 may arrive as a numeric string. */
export const count = z.union([
  z.number().check(z.nonnegative()),
  z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number)),
]);

export const flag = z.boolean();

/** A list of names, such as codecs; elements that are not text are dropped. */
export const names = z.pipe(
  z.array(z.unknown()),
  z.transform((list: unknown[]) => list.filter((name) => typeof name === 'string')),
);

/** An object with keys that the documentation does not list. */
export const open = z.custom<JsonObject>(isJsonObject);

/** An error code; the API sends 0 as well as null for none. */
export const errorCode = count;
