import { minute } from '../../async/durations.ts';
import type { TimeColumnView } from '../../protocol/overview.ts';
import type { Format } from '../../text/format.ts';

const dayOfMinutes = 1440;

/**
 * The label under a column: the date if a column is a day or longer, the weekday at midnight, else the time.
 * Round times have a lower rank.
 * @param time start of the column, in milliseconds since 1970
 * @param step length of the column, in milliseconds
 */
export function tickOf(
  time: number,
  step: number,
  { format }: { readonly format: Format },
): TimeColumnView['tick'] {
  const minutes = Math.round((time + format.zone.offset(time)) / minute);
  if (step >= dayOfMinutes * minute) {
    const days = Math.floor(minutes / dayOfMinutes);
    return { text: format.sortableTime(time).slice(5, 10), rank: days % 7 === 0 ? 0 : 1 };
  }
  const ofDay = ((minutes % dayOfMinutes) + dayOfMinutes) % dayOfMinutes;
  if (ofDay === 0) return { text: format.weekday(time), rank: 0 };
  const rounds = step < 60 * minute ? [60, 30, 15, 5] : [720, 360, 180, 60];
  const rank = rounds.findIndex((round) => ofDay % round === 0);
  return rank < 0 ? undefined : { text: format.clockTime(time), rank: rank + 1 };
}
