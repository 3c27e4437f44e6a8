import { t } from '@vscode/l10n';
import * as z from 'zod/mini';
import { day } from '../async/durations.ts';
import { sortOrders } from '../rooms/filter/sorting.ts';
import type { Slice } from '../rooms/model/timeSlice.ts';
import { parseTimeRange } from '../rooms/window/parseTimeRange.ts';
import type { Format } from '../text/format.ts';

const short = (max: number) =>
  z.string().check(
    z.maxLength(max),
    z.refine((text) => text.trim() !== ''),
  );
const whole = (from: number, to: number) => z.int().check(z.gte(from), z.lte(to));
const moment = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d))?$/),
  z.refine((text) => !Number.isNaN(Date.parse(text)) && hasDay(text)),
);
/** `Date` reads 30 February as 2 March. */
function hasDay(text: string): boolean {
  const date = text.slice(0, 10);
  return new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) === date;
}

/** Maximum number of rooms whose participants are loaded for one answer: each costs a request. */
const maxChecked = 50;

/** The input of each tool, as `contributes.languageModelTools` in the manifest describes it. */
export const listInput = z.object({
  when: z.optional(short(100)),
  createdAfter: z.optional(moment),
  createdBefore: z.optional(moment),
  status: z.optional(z.enum(['in_progress', 'completed'])),
  type: z.optional(short(100)),
  region: z.optional(short(100)),
  problem: z.optional(z.enum(['error', 'warning', 'any'])),
  nameContains: z.optional(short(200)),
  check: z.optional(whole(0, maxChecked)),
  sort: z.optional(z.enum(sortOrders)),
  limit: z.optional(whole(1, 100)),
  skip: z.optional(whole(0, 10_000_000)),
  refresh: z.optional(z.boolean()),
  includeNames: z.optional(z.boolean()),
});
export type ListInput = z.infer<typeof listInput>;

const room = {
  /** Text that contains the room's SID. */
  room: short(2000),
  person: z.optional(short(200)),
  refresh: z.optional(z.boolean()),
  includeNames: z.optional(z.boolean()),
};
export const explainInput = z.object(room);
export const getInput = z.object({ ...room, skip: z.optional(whole(0, 10_000_000)) });
export type RoomInput = z.infer<typeof getInput>;

/**
 * Parses the input of a tool, or says which part of it is invalid. The caller is a model: the input may be
 * anything.
 */
export function readToolInput<Schema extends z.ZodMiniObject>(
  schema: Schema,
  input: unknown,
): { readonly input: z.infer<Schema> } | { readonly problem: string } {
  const read = z.safeParse(schema, input ?? {});
  if (read.success) return { input: read.data };
  // Only names of known fields are repeated; the rest of the input is not worth it.
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')));
  const fields = Object.keys(schema.shape).filter((field) => wrong.has(field));
  return {
    problem:
      fields.length > 0
        ? t('Not understood: {0}. See the description of the tool’s input.', fields.join(', '))
        : t('The input has to be an object as the tool describes it.'),
  };
}

/** The requested range of creation; undefined for the user's own window. */
export function rangeOf(
  { when, createdAfter, createdBefore }: ListInput,
  format: Format,
): Slice | { readonly problem: string } | undefined {
  if (when !== undefined) {
    if (createdAfter !== undefined || createdBefore !== undefined)
      return { problem: t('Give either “when” or “createdAfter” and “createdBefore”.') };
    return parseTimeRange(when, format);
  }
  if (createdAfter === undefined && createdBefore === undefined) return undefined;
  const now = format.now();
  const before = createdBefore === undefined ? now : Math.min(now, Date.parse(createdBefore));
  // Without a start: as far back as Twilio keeps rooms.
  const after = createdAfter === undefined ? before - 7 * day : Date.parse(createdAfter);
  return after < before ? { after, before } : { problem: t('This range ends before it begins.') };
}
