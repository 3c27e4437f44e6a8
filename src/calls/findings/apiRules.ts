import { t } from '@vscode/l10n';
import { minute } from '../../async/durations.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import { joinSentences } from '../../text/joinText.ts';
import { clientOf } from '../analysis/client.ts';
import type { Stay } from '../analysis/stay.ts';
import { isWithin } from '../analysis/version.ts';
import { evidenceOf, type Rule } from './common/finding.ts';
import { nameInText, peopleOfStays } from './common/nameText.ts';

/**
 * A leave within this many milliseconds of the room's end counts as a stay until the end. Where SDKs told that the room
 * was completed (53118, since twilio-video.js 1.13.0), a leave without that code was one, unless the times are equal.
 */
const roomEndToleranceMs = { whereTold: 200, elsewhere: 2000 };
/** A leave at most this long before the end, in milliseconds, can be why the application ended the room. */
const justBeforeMs = minute;

/**
 * The room was ended through the API with people in it: those whose stay lasted until then, those without a leave
 * time, and those whose record ends after the room. Also if somebody had left just before: many applications complete
 * the room when the host goes, and the others are thrown out (twilio/twilio-node#593).
 */
export const endedWithPeople: Rule = (call, format) => {
  const { ended, endedViaApi } = call;
  if (ended === undefined || !endedViaApi) return [];
  const told = call.stays.some(({ outcome, endCode }) => outcome === 'roomEnded' && endCode === 53118);
  const isInside = ({ outcome, span, end, arrival, participant }: Stay) => {
    if (outcome === 'roomEnded') return true;
    if (end !== 'left' || arrival === 'none' || !span) return false;
    const { whereTold, elsewhere } = roomEndToleranceMs;
    return Math.abs(ended - span.end) <= (told || tellsRoomEnd(participant) ? whereTold : elsewhere);
  };
  const inside = call.stays.filter(isInside);
  if (inside.length === 0) return [];
  const before = call.stays
    .filter((stay) => isJustBefore(stay, ended) && !inside.some(({ lane }) => lane === stay.lane))
    .sort((a, b) => (b.span?.end ?? 0) - (a.span?.end ?? 0))[0];
  return [
    {
      rule: 'ended-with-people',
      severity: 'info',
      title: t(
        'The room was ended through the API at {0} with {1} in it',
        format.clockTime(ended),
        peopleOfStays(inside, call, format),
      ),
      evidence: evidenceOf(inside),
      meaning: joinSentences([
        before?.span
          ? t(
              '{0} had left {1} before: many applications end the room when one participant leaves.',
              nameInText(before.name),
              format.duration(Math.max(0, ended - before.span.end) / 1000),
            )
          : '',
        t(
          'The application ended the room for everybody. Normal when a host ends the call for all; a surprise if the participants were still talking.',
        ),
      ]),
      check: t(
        'What in the application completes rooms (PATCH or POST Status=completed), and why it did then.',
      ),
    },
  ];
};

/** Whether the client's SDK raises 53118 at the end of a room: twilio-video.js does since 1.13.0. */
function tellsRoomEnd(participant: Participant): boolean {
  const { sdk } = clientOf(participant);
  return sdk?.name.toLowerCase() === 'twilio-video.js' && isWithin(sdk.version, { from: '1.13.0' });
}

function isJustBefore({ span, end, arrival, outcome }: Stay, ended: number): boolean {
  return (
    end === 'left' &&
    (outcome === 'left' || outcome === 'removed') &&
    arrival !== 'none' &&
    span !== undefined &&
    span.end >= ended - justBeforeMs
  );
}

/** Participants who were disconnected through the API (`disconnected_via_api`). */
export const removed: Rule = (call, format) => {
  const stays = call.stays.filter(({ outcome }) => outcome === 'removed');
  if (stays.length === 0) return [];
  return [
    {
      rule: 'removed',
      severity: 'info',
      title: t('Disconnected through the API: {0}', peopleOfStays(stays, call, format)),
      evidence: evidenceOf(stays),
      meaning: t(
        'The application, or another holder of the account’s credentials, ended these stays with a request. Normal when a host removes a participant, or when the application ends the call for everybody in this way.',
      ),
      check: t('What in the application disconnects participants, and why it did then.'),
    },
  ];
};
