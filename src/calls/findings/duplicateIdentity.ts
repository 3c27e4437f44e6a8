import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import { clientOf } from '../analysis/client.ts';
import { type EvictionKind, type Evictions, newcomerOf } from '../analysis/evictions.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorPage, explainErrorCode } from '../errorCodes/explainErrorCode.ts';
import { clientText } from './common/clientText.ts';
import { evidenceOf, type Finding, type Rule } from './common/finding.ts';
import { peopleInText, timesInText } from './common/nameText.ts';
import type { Severity } from './common/severity.ts';

/**
 * An identity with two connections: evictions (53205, with the 53204 of the evicted client's late requests), one
 * finding for each kind (see `EvictionKind`), or stays that overlap by more than a second. Silent on rejoins one after
 * the other.
 */
export const duplicateIdentity: Rule = (call, format) => {
  const found = [...Map.groupBy(call.evictions, ({ kind }) => kind)].map(([kind, group]) =>
    evicted(kind, group, format),
  );
  const evictedLanes = new Set(call.evictions.map(({ lane }) => lane));
  const twice = call.lanes.filter((lane) => lane.overlaps.length > 0 && !evictedLanes.has(lane));
  return twice.length === 0 ? found : [...found, overlapping(twice, format)];
};

const severities: Readonly<Record<EvictionKind, Severity>> = {
  fight: 'error',
  replaced: 'warning',
  unseen: 'warning',
  renewal: 'info',
};

function evicted(kind: EvictionKind, evictions: readonly Evictions[], format: Format): Finding {
  const link = errorPage(53205);
  return {
    rule: 'duplicate-identity',
    severity: severities[kind],
    code: 53205,
    ...textOf(kind, evictions, format),
    evidence: evictions.flatMap(({ lane }) => evidence(lane)),
    ...(link && { link }),
  };
}

type Text = Pick<Finding, 'title' | 'meaning' | 'check'>;

function textOf(kind: EvictionKind, evictions: readonly Evictions[], format: Format): Text {
  const names = peopleInText(
    evictions.map(({ lane }) => lane),
    format,
  );
  const explanation = explainErrorCode(53205);
  switch (kind) {
    case 'fight':
      return {
        title: t('Clients with the same identity disconnected each other in turn: {0}', names),
        meaning: joinSentences([
          t(
            'Two tabs, devices or instances of the application use the same identity, and each one that is disconnected joins again at once.',
          ),
          clientsOf(evictions, format),
        ]),
        check: t('That a client that was disconnected with 53205 does not join again by itself.'),
      };
    case 'renewal':
      return {
        title: t('{0}: replaced by a new connection of its own, shortly before the session limit', names),
        meaning: t(
          'The application connects again with the same identity before {0} are over, and Twilio ends the old connection with 53205: the way that Twilio advises for longer sessions.',
          format.duration((evictions[0]?.limitMs ?? 0) / 1000),
        ),
        check: t('Nothing, if the application does so on purpose.'),
      };
    case 'replaced':
      return { ...replaced(evictions, names, format), check: explanation?.check ?? '' };
    case 'unseen':
      return {
        title: t('{0}: disconnected because of a duplicate identity (53205)', names),
        meaning: t(
          'Twilio ends a connection with 53205 when another one joins with the same identity. The list holds no such connection, so what replaced it cannot be told.',
        ),
        check: explanation?.check ?? '',
      };
  }
}

function replaced(evictions: readonly Evictions[], names: string, format: Format): Omit<Text, 'check'> {
  const [first] = evictions;
  const times = Math.max(...evictions.map(({ stays }) => stays.length));
  const title =
    first && evictions.length === 1 && times > 1
      ? t(
          '{0}: disconnected {1} by a new connection of the same identity (53205, duplicate identity)',
          names,
          timesInText(times, format),
        )
      : t('{0}: disconnected by a second connection of the same identity (53205, duplicate identity)', names);
  const meaning =
    times > 1
      ? t(
          'Minutes apart it looks like a page that was reloaded, or a client that connected again: Twilio keeps the old connection for up to 45 seconds, until the new one replaces it.',
        )
      : t(
          'A page that was reloaded or a client that connected again, whose old connection Twilio still kept, or a second tab or device with the same identity.',
        );
  return { title, meaning: joinSentences([meaning, clientsOf(evictions, format)]) };
}

/** The clients of the evicted connections and their newcomers, if they are of different kinds. */
function clientsOf(evictions: readonly Evictions[], format: Format): string {
  if (evictions.length > 1) return '';
  const stays = evictions.flatMap((one) =>
    one.stays.flatMap((stay) => [stay, newcomerOf(stay, one.lane) ?? []].flat()),
  );
  const clients = stays.map(({ participant }) => clientText(clientOf(participant)));
  const distinct = [...new Set(clients.filter(Boolean))];
  return distinct.length > 1 && distinct.length <= 3 && clients.every(Boolean)
    ? t('The clients differ: {0}.', format.list(distinct))
    : '';
}

function overlapping(lanes: readonly Lane[], format: Format): Finding {
  const explanation = explainErrorCode(53205);
  return {
    rule: 'duplicate-identity',
    severity: 'warning',
    title: t('{0}: in the room twice at the same time', peopleInText(lanes, format)),
    evidence: lanes.flatMap(evidence),
    meaning: explanation?.meaning ?? '',
    check: explanation?.check ?? '',
  };
}

/** The evicted connections, and the start of each one that came while another was there. */
function evidence({ stays }: Lane): Finding['evidence'] {
  const isEvicted = ({ outcome }: Stay) => outcome === 'evicted';
  return [
    ...evidenceOf(stays.filter(isEvicted)),
    ...evidenceOf(
      stays.filter((stay) => stay.arrival === 'duplicate' && !isEvicted(stay)),
      'start',
    ),
  ];
}
