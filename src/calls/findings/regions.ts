import { t } from '@vscode/l10n';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import type { Stay } from '../analysis/stay.ts';
import { evidenceOf, type Rule } from './finding.ts';
import { peopleOfStays, valueInText } from './nameText.ts';

/**
 * Participants in another media region than the room's. Silent if one of the two is missing, unreadable or
 * `gll`, which names no place.
 */
export const otherRegion: Rule = (call, format) => {
  const room = placeOf(call.room.read('media_region'));
  if (room === undefined) return [];
  const stays = call.stays.filter(({ participant, arrival }) => {
    const region = placeOf(participant.read('media_region'));
    return arrival !== 'none' && region !== undefined && region !== room;
  });
  if (stays.length === 0) return [];
  return [
    {
      rule: 'other-region',
      severity: 'info',
      title: t(
        '{0} used another media region than the room’s, {1}',
        peopleOfStays(stays, call, format),
        valueInText(enumLabel(room)),
      ),
      evidence: evidenceOf(stays, 'start'),
      meaning: t('Sound and picture took a longer way, which adds delay.'),
      check: t('The media region that the application asks for, and where its participants are.'),
    },
  ];
};

/** Connection errors, to which a long network path can contribute. */
const connectionErrors = new Set([53000, 53001, 53002, 53405, 53407]);

/**
 * Everybody who dropped with a connection error had connected through another edge than the room's, and most
 * of the others had not. Silent in every other case: clients should connect to the nearest edge. Silent too
 * if an edge is missing or `roaming`, which names no place.
 */
export const otherEdge: Rule = (call, format) => {
  const room = placeOf(call.room.read('edge_location'));
  if (room === undefined) return [];
  const dropped = call.stays.filter(
    ({ outcome, errorCode }) => outcome === 'dropped' && connectionErrors.has(errorCode ?? 0),
  );
  const edgeOf = ({ participant }: Stay) => placeOf(participant.read('edge_location'));
  const elsewhere = (stay: Stay) => edgeOf(stay) !== undefined && edgeOf(stay) !== room;
  const stays = dropped.filter(elsewhere);
  const lanes = new Set(stays.map(({ lane }) => lane));
  // The path is a likely cause only if it concerns all of them, more than one, and few of the others.
  if (stays.length !== dropped.length || lanes.size < 2) return [];
  const others = call.stays.filter((stay) => !lanes.has(stay.lane) && edgeOf(stay) !== undefined);
  if (others.length === 0 || others.filter(elsewhere).length > others.length / 2) return [];
  return [
    {
      rule: 'other-edge',
      severity: 'info',
      title: t(
        '{0} who dropped had come in through another edge than the room’s, {1}',
        peopleOfStays(stays, call, format),
        valueInText(enumLabel(room)),
      ),
      evidence: evidenceOf(stays),
      meaning: t(
        'Everybody whose connection broke was far from where the room was, and most of the others were not.',
      ),
      check: t('Whether a media region closer to these participants helps.'),
    },
  ];
};

function placeOf(value: string | undefined): string | undefined {
  const place = normalizeEnum(value ?? '');
  return place === '' || place === 'gll' || place === 'roaming' ? undefined : place;
}
