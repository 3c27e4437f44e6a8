import { day } from '../../async/durations.ts';
import type { SampleWorld } from '../world/world.ts';
import { refusals } from './replies.ts';

/**
 * The filter of a room list, from its query. As documented: `CreatedAfter` is "on or after", `CreatedBefore`
 * is "before", several types or codecs are alternatives. Without a date the list holds only rooms completed
 * in the last 24 hours. `RoomName` is matched exactly, which the documentation leaves open. Throws a
 * `Refusal` for an invalid date.
 */
export function roomFilter(
  world: SampleWorld,
  query: URLSearchParams,
  now: number,
): (position: number) => boolean {
  const after = parseDate(query, 'CreatedAfter');
  const before = parseDate(query, 'CreatedBefore');
  const undated = after === undefined && before === undefined;
  const types = new Set(query.getAll('RoomType').map(underscored));
  const codecs = query.getAll('Codec');
  const name = query.get('RoomName');

  return (position) => {
    if (!world.isListed(position, now)) return false;
    const { created, ended } = world.times(position);
    if (undated && (ended === null || ended < now - day)) return false;
    if (after !== undefined && created < after) return false;
    if (before !== undefined && created >= before) return false;
    const plan = world.plan(position);
    if (types.size > 0 && !types.has(underscored(plan.type))) return false;
    if (codecs.length > 0 && !codecs.some((codec) => plan.codecs.includes(codec))) return false;
    return name === null || plan.name === name;
  };
}

function underscored(value: string): string {
  return value.replaceAll('-', '_');
}

function parseDate(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(time)) throw refusals.invalid(name);
  return time;
}
