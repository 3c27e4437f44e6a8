import type { Lane } from '../../calls/analysis/lanes.ts';
import { nameInText } from '../../calls/findings/common/nameText.ts';
import { separator } from '../../text/joinText.ts';
import { fullName } from '../../text/names/participantLabels.ts';

/** More lines do not fit into a tooltip. */
const maxLines = 12;

/**
 * The full identities behind the labels in a text, for its tooltip: "Ana · {"role":"patient","name":"Ana"}".
 * Empty if all names in the text are whole.
 */
export function fullNamesIn(text: string, lanes: readonly Lane[]): { fullNames?: readonly string[] } {
  const fullNames: string[] = [];
  for (const { name, stays } of lanes) {
    const full = stays[0] && fullName(stays[0].participant, name);
    if (full === undefined || !text.includes(nameInText(name))) continue;
    fullNames.push(`${name}${separator}${full}`);
    if (fullNames.length === maxLines) break;
  }
  return fullNames.length > 0 ? { fullNames } : {};
}
