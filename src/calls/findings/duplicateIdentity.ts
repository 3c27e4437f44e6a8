import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorPage, explainErrorCode } from '../errorCodes/explainErrorCode.ts';
import { evidenceOf, type Finding, type Rule } from './finding.ts';
import { whoInText } from './nameText.ts';

/** From so many evictions of one identity on, two clients are evicting each other in turn. */
const minEvictions = 3;

/**
 * An identity that was in the room twice: an eviction (53205, with the 53204
 * of the evicted client's late requests), or stays that overlap by more than a
 * second. Silent on rejoins that merely follow each other.
 */
export const duplicateIdentity: Rule = (call, format) => {
  const concerned = call.lanes.filter((lane) => evictions(lane) > 0 || lane.overlaps.length > 0);
  const [chained, once] = [true, false].map((yes) =>
    concerned.filter((lane) => evictions(lane) >= minEvictions === yes),
  );
  return [chained, once].flatMap((lanes) => (lanes?.length ? [finding(lanes, format)] : []));
};

function finding(lanes: readonly Lane[], format: Format): Finding {
  const inTurn = lanes.every((lane) => evictions(lane) >= minEvictions);
  const evicted = lanes.some((lane) => evictions(lane) > 0);
  const who = whoInText(lanes, format);
  const words = explainErrorCode(53205);
  const link = errorPage(53205);
  return {
    rule: 'duplicate-identity',
    severity: inTurn ? 'error' : 'warning',
    ...(evicted && { code: 53205, ...(link && { link }) }),
    title: inTurn
      ? t('Clients with the same identity evicted each other in turn: {0}', who)
      : evicted
        ? t('{0}: evicted by a second connection of the same identity (53205)', who)
        : t('{0}: in the room twice at the same time', who),
    evidence: lanes.flatMap(({ stays }) => [
      ...evidenceOf(stays.filter(isEvicted)),
      // Of the newcomer who stayed it tells when they came: that is when the other one had to go.
      ...evidenceOf(
        stays.filter((stay) => stay.arrival === 'duplicate' && !isEvicted(stay)),
        'start',
      ),
    ]),
    meaning: inTurn
      ? t(
          'Two tabs, devices or instances of the application use the same identity, and each one that is evicted joins again at once.',
        )
      : (words?.meaning ?? ''),
    check: inTurn
      ? t('That a client that was evicted with 53205 does not join again by itself.')
      : (words?.check ?? ''),
  };
}

function isEvicted({ outcome }: Stay): boolean {
  return outcome === 'evicted';
}

function evictions({ stays }: Lane): number {
  return stays.filter((stay) => isEvicted(stay) && stay.arrival !== 'none').length;
}
