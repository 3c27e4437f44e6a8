import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { Evidence } from './finding.ts';
import { nameInText } from './nameText.ts';

/** More names than this make no sentence; the rest is counted. */
const maxNames = 4;

/** Each time once; empty where none is known. */
export function timesOf(evidence: readonly Evidence[], format: Format): string {
  const times = evidence.flatMap(({ time }) => (time === undefined ? [] : [format.shortTime(time)]));
  return format.list([...new Set(times)]);
}

/** Whom evidence names, and when: "Alice at 10:14 and 10:20, Bob at 10:31, and 3 more". */
export function evidenceText(evidence: readonly Evidence[], format: Format): string {
  const people = [...Map.groupBy(evidence, ({ lane }) => lane).values()];
  const named = people.slice(0, maxNames).map((theirs) => {
    const times = timesOf(theirs, format);
    const name = nameInText(theirs[0]?.name ?? '');
    return times ? t('{0} at {1}', name, times) : name;
  });
  const more = people.length - named.length;
  return format.list(more > 0 ? [...named, t('{0} more', format.number(more))] : named);
}
