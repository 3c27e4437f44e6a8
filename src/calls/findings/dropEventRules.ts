import { t } from '@vscode/l10n';
import { second } from '../../async/durations.ts';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { DropEvent } from '../analysis/dropEvents.ts';
import { isDirect } from '../analysis/roomType.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorPage } from '../errorCodes/explainErrorCode.ts';
import { evidenceOf, type Finding, type Rule } from './common/finding.ts';
import { errorInText, nameInText, peopleOfStays, timesInText } from './common/nameText.ts';
import { canBeEndOfCall, endOfCallText } from './endOfCall.ts';

/** A join this long before several people dropped may have to do with it. */
const newcomerMs = 15 * second;

/** Several people whose stays broke off together, see `dropEventsOf`; one finding if the same two did so repeatedly. */
export const dropEvents: Rule = (call, format) => {
  const groups = Map.groupBy(call.drops.events, ({ kind, stays, span }) =>
    kind === 'together' ? `${span.start}` : JSON.stringify(stays.map(({ lane }) => lane).sort()),
  );
  return [...groups.values()].flatMap((events): Finding[] => {
    const last = events.at(-1);
    if (!last) return [];
    const stays = events.flatMap((event) => event.stays);
    const [code, ...otherCodes] = new Set(stays.map(({ endCode }) => endCode));
    const single = otherCodes.length === 0 ? code : undefined;
    const link = single === undefined ? undefined : errorPage(single);
    return [
      {
        rule: 'drop-event',
        severity: last.stays.some((stay) => stay.backAt === undefined && !canBeEndOfCall(stay, call))
          ? 'error'
          : 'warning',
        ...(single !== undefined && { code: single }),
        ...(last.kind === 'twoEnds' ? twoEnds(events, call, format) : together(last, call, format)),
        evidence: evidenceOf(stays),
        ...(link && { link }),
      },
    ];
  });
};

type Text = Pick<Finding, 'title' | 'meaning' | 'check'>;

function together(event: DropEvent, call: CallAnalysis, format: Format): Text {
  const { stays, span } = event;
  const seconds = Math.max(1, Math.ceil((span.end - span.start) / 1000));
  const [within, at] = [format.duration(seconds), format.clockTime(span.start)];
  const who = peopleOfStays(stays, call, format);
  const newcomers = call.stays.filter(
    ({ span: other, arrival }) =>
      arrival !== 'none' && other && other.start < span.start && span.start - other.start <= newcomerMs,
  );
  const [newcomer] = newcomers;
  return {
    title: t('{0} were cut off at {1}, within {2} of each other', who, at, within),
    meaning: joinSentences([
      stays.length > 2
        ? t('At the same moment it is one event rather than that many networks failing on their own.')
        : t('At the same moment it is more likely one event than two networks failing on their own.'),
      newcomers.length === 1 && newcomer?.span
        ? t(
            '{0} had joined {1} before.',
            nameInText(newcomer.name),
            format.duration((span.start - newcomer.span.start) / 1000),
          )
        : '',
      stays.every((stay) => canBeEndOfCall(stay, call)) ? endOfCallText() : '',
    ]),
    check: t(
      'What they have in common: status.twilio.com for that time, the room and its region, a release of the application, a shared network, proxy or VPN.',
    ),
  };
}

function twoEnds(events: readonly DropEvent[], call: CallAnalysis, format: Format): Text {
  const [stays = []] = events.map((event) => event.stays);
  const who = peopleOfStays(stays, call, format);
  const errors = format.list([...new Set(stays.map(errorOf))]);
  const signaling = stays.filter(({ endCode = 0 }) => endCode !== 53405 && endCode !== 53407);
  const [lost] = signaling;
  return {
    title:
      events.length > 1
        ? t('{0} lost the connection to each other {1}: {2}', who, timesInText(events.length, format), errors)
        : t('{0} lost the connection to each other: {1}', who, errors),
    meaning: joinSentences([
      t(
        'In this type of room the clients send media to each other, so one lost connection ends the stays at both ends: one event, not several.',
      ),
      signaling.length === 1 && lost
        ? t(
            '{0} lost the signaling connection to Twilio too, which points to that end.',
            nameInText(lost.name),
          )
        : t('Which end it was is not in the data.'),
    ]),
    check: t(
      'Whether the two networks let the devices reach each other or TURN (UDP, TCP, or TLS on port 443). A group room does not need a path between the devices.',
    ),
  };
}

function errorOf({ endCode, endReason }: Stay): string {
  return errorInText(endCode, endReason);
}

/**
 * In a room with direct connections: a stay that broke off within a minute of the other's leave
 * (twilio/twilio-video.js#1770). The data allow two readings.
 */
export const partnerLeft: Rule = (call, format) => {
  if (!isDirect(call.room)) return [];
  return call.drops.followUps.map(({ stay, after }): Finding => {
    const [name, other] = [nameInText(stay.name), nameInText(after.name)];
    const gap = Math.max(0, (stay.span?.end ?? 0) - (after.span?.end ?? 0));
    return {
      rule: 'partner-left',
      severity: 'info',
      ...(stay.endCode !== undefined && { code: stay.endCode }),
      title: t(
        '{0} dropped with {1}, {2} after {3} had left',
        ...[name, errorOf(stay), format.duration(gap / 1000), other],
      ),
      evidence: evidenceOf([after, stay]),
      meaning: t(
        'In this type of room the media connection ends when the other end goes, so this may be no more than the echo of that leave. A network problem of {0} cannot be ruled out.',
        name,
      ),
      check: t('Whether {0} missed anything after that leave.', name),
    };
  });
};
