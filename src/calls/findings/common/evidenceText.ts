import { t } from '@vscode/l10n';
import type { Format } from '../../../text/format.ts';
import type { Evidence } from './finding.ts';
import { nameInText } from './nameText.ts';

/** Maximum number of names in a sentence; the others are counted. */
const maxNames = 4;

/** The distinct times, as in the summary (see `Format.withDatesAfter`); empty if none is known. */
export function timesOf(evidence: readonly Evidence[], format: Format): string {
  const times = evidence.flatMap(({ time }) => (time === undefined ? [] : [format.clockTime(time)]));
  return format.list([...new Set(times)]);
}

/** The people and times of evidence: "Alice at 10:14 and 10:20, Bob at 10:31, and 3 more". */
export function evidenceText(evidence: readonly Evidence[], format: Format): string {
  const people = [...Map.groupBy(evidence, ({ lane }) => lane).values()];
  const named = people.slice(0, maxNames).map((group) => {
    const times = timesOf(group, format);
    const name = nameInText(group[0]?.name ?? '');
    return times ? t('{0} at {1}', name, times) : name;
  });
  const more = people.length - named.length;
  return format.list(more > 0 ? [...named, t('{0} more', format.number(more))] : named);
}
