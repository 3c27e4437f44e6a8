import { t } from '@vscode/l10n';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import type { Stay } from '../analysis/stay.ts';
import { evidenceOf, type Rule } from './finding.ts';
import { nameInText, whoStayed } from './nameText.ts';

/**
 * Participants whose media went through another region than the room's.
 * Silent where one of the two is missing, unreadable or `gll`, which names no place.
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
        whoStayed(stays, call, format),
        nameInText(enumLabel(room)),
      ),
      evidence: evidenceOf(stays, 'start'),
      meaning: t('Sound and picture took a longer way, which adds delay.'),
      check: t('The media region that the application asks for, and where its participants are.'),
    },
  ];
};

/** Errors of the connection, in which a long way through the network can have a part. */
const connectionErrors = new Set([53000, 53001, 53002, 53405, 53407]);

/**
 * Everybody who dropped with an error of the connection had come in through
 * another edge than the room's, and most who did not drop had not. Silent
 * otherwise: to reach Twilio at the nearest edge is what clients should do.
 * Silent too where an edge is missing or `roaming`, which names no place.
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
  // Only if it was all of them, more than one, and few of the others does the way look like the cause.
  if (stays.length !== dropped.length || lanes.size < 2) return [];
  const fine = call.stays.filter((stay) => !lanes.has(stay.lane) && edgeOf(stay) !== undefined);
  if (fine.length === 0 || fine.filter(elsewhere).length > fine.length / 2) return [];
  return [
    {
      rule: 'other-edge',
      severity: 'info',
      title: t(
        '{0} who dropped had come in through another edge than the room’s, {1}',
        whoStayed(stays, call, format),
        nameInText(enumLabel(room)),
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
