import { day, hour, minute, second } from '../../async/durations.ts';

/** The units of a duration as people write them in the languages of the extension, folded by `foldTyped`. */
const units: readonly (readonly [length: number, pattern: string])[] = [
  [1, 'ms|msec|millisec(?:ond)?s?|millisekunden?|milisegundos?|ミリ秒'],
  [second, 's|secs?|seconds?|sek|sekunden?|segs?|segundos?|秒間?'],
  [minute, 'm|mins?|minutes?|minuten|minutos?|分間?'],
  [hour, 'h|hrs?|hours?|std|stunden?|hs|horas?|時間'],
  [day, 'd|days?|tg|tage?n?|dias?|日間?'],
  [7 * day, 'w|wks?|weeks?|wochen?|sem|semanas?|週間?'],
];

const known = units.map(([length, pattern]) => [length, new RegExp(`^(?:${pattern})$`, 'u')] as const);

/** The length of a unit in milliseconds; undefined for another word. A dot at its end is allowed. */
export function unitLength(word: string): number | undefined {
  const plain = word.replace(/\.$/, '');
  return known.find(([, pattern]) => pattern.test(plain))?.[0];
}
