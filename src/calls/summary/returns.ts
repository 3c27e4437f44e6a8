import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { Stay } from '../analysis/stay.ts';
import { nameInText } from '../findings/common/nameText.ts';

/**
 * Whether somebody who dropped was in the room afterwards, or may yet be: in a live room nobody knows, and another
 * connection of the identity can have gone on.
 */
export function cameBack(stay: Stay, { stays }: Pick<Lane, 'stays'>, { live }: CallAnalysis): boolean {
  if (live || stay.backAt !== undefined) return true;
  const end = stay.span?.end;
  return stays.some(
    (one) => one !== stay && one.arrival !== 'none' && (!one.span || end === undefined || one.span.end > end),
  );
}

/** "5 of them came back." Empty in a live room while somebody is missing, who may yet come. */
export function returnsInText(stays: readonly Stay[], call: CallAnalysis, format: Format): string {
  const back = stays.filter((stay) => {
    const lane = call.lanes.find(({ key }) => key === stay.lane);
    return lane !== undefined && cameBack(stay, lane, { ...call, live: false });
  });
  const [one, other] = stays;
  if (call.live && back.length < stays.length) return '';
  if (stays.length === 2 && one && other) {
    if (back.length === 0) return t('Neither came back.');
    if (back.length === 2) return t('Both came back.');
    const [who, whoNot] = back[0] === one ? [one, other] : [other, one];
    return t('{0} came back, {1} did not.', nameInText(who.name), nameInText(whoNot.name));
  }
  if (back.length === 0) return t('None of them came back.');
  if (back.length === stays.length) return t('All of them came back.');
  const args = [format.number(back.length), format.number(stays.length - back.length)];
  return t('{0} of them came back, {1} did not.', ...args);
}

/** A sentence about drops, and about who came back. */
export function withReturns(
  sentence: string,
  stays: readonly Stay[],
  call: CallAnalysis,
  format: Format,
): string {
  return joinSentences([sentence, returnsInText(stays, call, format)].filter(Boolean));
}
