import { t } from '@vscode/l10n';
import { enumLabel } from '../../text/enumLabels.ts';
import { isDirect, isForwarded } from '../analysis/roomType.ts';
import type { Stay } from '../analysis/stay.ts';
import { evidenceOf, type Rule } from './common/finding.ts';
import { peopleOfStays, valueInText } from './common/nameText.ts';
import { areaOf, areaOfEdge, edgeOf, hasEdge, regionOf } from './common/places.ts';

/**
 * Participants in another media region than the room's. Silent if one of the two names no known place (`gll`,
 * `outside`, `dev_us1` and whatever Twilio adds), in rooms with direct connections, whose media takes no region, and on
 * phones, which always come in through us1 (Twilio, "Connecting Programmable Voice calls to Video Rooms").
 */
export const otherRegion: Rule = (call, format) => {
  const room = regionOf(call.room.read('media_region'));
  if (room === undefined || isDirect(call.room)) return [];
  const phones = new Set(call.lanes.filter(({ kind }) => kind === 'phone').map(({ key }) => key));
  const stays = call.stays.filter(({ participant, arrival, lane }) => {
    const region = regionOf(participant.read('media_region'));
    return arrival !== 'none' && region !== undefined && region !== room && !phones.has(lane);
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
 * if an edge names no known place, such as `roaming`.
 */
export const otherEdge: Rule = (call, format) => {
  const room = edgeOf(call.room.read('edge_location'));
  if (room === undefined || isDirect(call.room)) return [];
  const dropped = call.stays.filter(
    ({ outcome, errorCode }) => outcome === 'dropped' && connectionErrors.has(errorCode ?? 0),
  );
  const edge = ({ participant }: Stay) => edgeOf(participant.read('edge_location'));
  const elsewhere = (stay: Stay) => edge(stay) !== undefined && areaOfEdge(edge(stay)) !== areaOfEdge(room);
  const stays = dropped.filter(elsewhere);
  const lanes = new Set(stays.map(({ lane }) => lane));
  // The path is a likely cause only if it concerns all of them, more than one, and few of the others.
  if (stays.length !== dropped.length || lanes.size < 2) return [];
  const others = call.stays.filter((stay) => !lanes.has(stay.lane) && edge(stay) !== undefined);
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

/**
 * A group room whose media ran through another part of the world than the one that most participants came in through:
 * in `gll` the first participant decides the media region (twilio/twilio-video.js#1837). Only if at least two and more
 * than half of those with a known edge were in the same other part: one edge elsewhere is ordinary, because Twilio
 * carries the traffic in its own network (twilio/twilio-video.js#684), and people all over the world have no best one.
 */
export const farEdge: Rule = (call, format) => {
  const region = regionOf(call.room.read('media_region'));
  // A region without an edge of its own has no nearest one.
  if (region === undefined || !isForwarded(call.room) || !hasEdge(region)) return [];
  const lanes = call.people.filter(({ kind }) => kind !== 'phone');
  const edges = lanes.flatMap((lane) => {
    const stay = lane.stays.find(({ arrival }) => arrival !== 'none');
    const edge = edgeOf(stay?.participant.read('edge_location'));
    return stay && edge !== undefined ? [{ stay, edge }] : [];
  });
  const areas = Map.groupBy(edges, ({ edge }) => areaOfEdge(edge));
  areas.delete(areaOf(region));
  const [far = []] = [...areas.values()].sort((a, b) => b.length - a.length);
  if (far.length < 2 || far.length <= edges.length / 2) return [];
  const places = [...new Set(far.map(({ edge }) => enumLabel(edge)))];
  return [
    {
      rule: 'far-edge',
      severity: 'info',
      title: t(
        'Media ran through {0}, while {1} of {2} came in through {3}',
        enumLabel(region),
        format.number(far.length),
        format.participants(edges.length),
        format.list(places),
      ),
      evidence: evidenceOf(
        far.map(({ stay }) => stay),
        'start',
      ),
      meaning: t(
        'A long way for most of them, which adds delay. The media region is set when the room is created; with “gll” Twilio chooses it by the first participant.',
      ),
      check: t('The MediaRegion with which the application creates rooms, and where most participants are.'),
    },
  ];
};
