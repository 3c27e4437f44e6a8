import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorPage, explainErrorCode } from '../errorCodes/explainErrorCode.ts';
import { evidenceOf, type Finding, type Rule } from './finding.ts';
import { peopleInText } from './nameText.ts';

/** From this number of evictions of one identity, two clients are evicting each other in turn. */
const minEvictions = 3;

/**
 * An identity with two connections at the same time: an eviction (53205, with the 53204 of the evicted
 * client's late requests), or stays that overlap by more than a second. Silent on rejoins one after the
 * other.
 */
export const duplicateIdentity: Rule = (call, format) => {
  const affected = call.lanes.filter((lane) => evictions(lane) > 0 || lane.overlaps.length > 0);
  const [chained, once] = [true, false].map((yes) =>
    affected.filter((lane) => evictions(lane) >= minEvictions === yes),
  );
  return [chained, once].flatMap((lanes) => (lanes?.length ? [finding(lanes, format)] : []));
};

function finding(lanes: readonly Lane[], format: Format): Finding {
  const inTurn = lanes.every((lane) => evictions(lane) >= minEvictions);
  const evicted = lanes.some((lane) => evictions(lane) > 0);
  const names = peopleInText(lanes, format);
  const explanation = explainErrorCode(53205);
  const link = errorPage(53205);
  return {
    rule: 'duplicate-identity',
    severity: inTurn ? 'error' : 'warning',
    ...(evicted && { code: 53205, ...(link && { link }) }),
    title: inTurn
      ? t('Clients with the same identity evicted each other in turn: {0}', names)
      : evicted
        ? t('{0}: evicted by a second connection of the same identity (53205)', names)
        : t('{0}: in the room twice at the same time', names),
    evidence: lanes.flatMap(({ stays }) => [
      ...evidenceOf(stays.filter(isEvicted)),
      // For the new connection the start is shown: then the other one was evicted.
      ...evidenceOf(
        stays.filter((stay) => stay.arrival === 'duplicate' && !isEvicted(stay)),
        'start',
      ),
    ]),
    meaning: inTurn
      ? t(
          'Two tabs, devices or instances of the application use the same identity, and each one that is evicted joins again at once.',
        )
      : (explanation?.meaning ?? ''),
    check: inTurn
      ? t('That a client that was evicted with 53205 does not join again by itself.')
      : (explanation?.check ?? ''),
  };
}

function isEvicted({ outcome }: Stay): boolean {
  return outcome === 'evicted';
}

function evictions({ stays }: Lane): number {
  return stays.filter((stay) => isEvicted(stay) && stay.arrival !== 'none').length;
}
