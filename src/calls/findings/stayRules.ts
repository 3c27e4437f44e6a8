import { t } from '@vscode/l10n';
import { minute } from '../../async/durations.ts';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { Lane } from '../analysis/lanes.ts';
import { errorPage, explainErrorCode } from '../errorCodes/explainErrorCode.ts';
import { evidenceOf, type Finding, type Rule } from './common/finding.ts';
import { peopleInText, peopleOfStays } from './common/nameText.ts';

/**
 * Twilio disconnected participants at the limit of one session: with 53216, or with stays as long as a limit, see
 * `staysAtTimeLimit`.
 */
export const sessionLimit: Rule = (call, format) => {
  const stays = call.stays.filter(({ outcome }) => outcome === 'timeLimit');
  const groups = Map.groupBy(stays, ({ endCode, limitMs }) => (endCode === 53216 ? 'code' : limitMs));
  return [...groups].flatMap(([limit, group]): Finding[] => {
    const explanation = explainErrorCode(53216);
    const link = errorPage(53216);
    const names = peopleOfStays(group, call, format);
    const length = typeof limit === 'number' ? format.duration(limit / 1000) : undefined;
    const codes = [...new Set(group.flatMap(({ errorCode }) => errorCode ?? []))];
    return [
      {
        rule: 'session-limit',
        severity: 'warning',
        ...(length === undefined ? { code: 53216 } : { topic: String(limit) }),
        title:
          length === undefined
            ? t('{0} reached the session length limit (53216)', names)
            : t('{0}: disconnected exactly {1} after joining, a session limit', names, length),
        evidence: evidenceOf(group),
        meaning: joinSentences([
          length === undefined ? '' : limitRemark(codes, format),
          explanation?.meaning ?? '',
        ]),
        check: explanation?.check ?? '',
        ...(link && { link }),
      },
    ];
  });
};

/** Why a length is taken for a limit, and what else it can be. */
function limitRemark(codes: readonly number[], format: Format): string {
  return codes.length > 0
    ? t('The code is {0}, but stays do not end to the second by chance.', format.list(codes.map(String)))
    : t(
        'Twilio gives no code: it can be the limit of the room, or a timer of the application that disconnects after the same time.',
      );
}

const minStormRejoins = 3;
const stormMs = 10 * minute;

/**
 * A person who rejoined at least three times within ten minutes. Silent on rejoins over a longer time, and on
 * duplicates, which have their own rule.
 */
export const rejoinStorm: Rule = (call, format) => {
  const lanes = call.lanes.filter(isStorm);
  if (lanes.length === 0) return [];
  return [
    {
      rule: 'rejoin-storm',
      severity: 'warning',
      title: t('{0} came back again and again', peopleInText(lanes, format)),
      evidence: evidenceOf(
        lanes.flatMap(({ stays }) => stays.filter(({ arrival }) => arrival === 'rejoin')),
        'start',
      ),
      meaning: t(
        'At least three rejoins within ten minutes: a connection that does not hold, somebody who reloads the page to be rid of a problem, or an application that reconnects in a loop.',
      ),
      check: t('How those stays ended, the participant’s network, and when the application joins by itself.'),
    },
  ];
};

function isStorm({ stays, rejoins }: Lane): boolean {
  if (rejoins < minStormRejoins) return false;
  const times = stays.flatMap(({ arrival, span }) => (arrival === 'rejoin' && span ? span.start : []));
  return times.some((time, index) => {
    const last = times[index + minStormRejoins - 1];
    return last !== undefined && last - time <= stormMs;
  });
}

/** A stay below this is short; milliseconds. */
const shortStayMs = 10_000;

/**
 * A person whose total time in the room was less than ten seconds. Silent if an error or the room's end
 * explains it, if the end is not known, and if the whole call was short.
 */
export const shortStay: Rule = (call, format) => {
  const callMs = call.firstJoin === undefined ? 0 : (call.lastLeave ?? call.now) - call.firstJoin;
  if (!call.live && callMs < 3 * shortStayMs) return [];
  const lanes = call.lanes.filter(({ stays }) => {
    if (!stays.every((stay) => stay.end === 'left' && stay.outcome === 'left' && stay.span && !stay.doubtful))
      return false;
    return stays.reduce((sum, { span }) => sum + (span ? span.end - span.start : 0), 0) < shortStayMs;
  });
  if (lanes.length === 0) return [];
  return [
    {
      rule: 'short-stay',
      severity: 'info',
      title: t('{0} stayed only seconds', peopleInText(lanes, format)),
      evidence: evidenceOf(lanes.flatMap(({ stays }) => stays)),
      meaning: t(
        'Without an error, this is mostly somebody who opened the wrong room or left at once because something did not work: no permission for the camera, or nobody to be seen.',
      ),
      check: t('What the participant saw, and whether the same person joined under another identity.'),
    },
  ];
};

/**
 * Stays with an unknown end. Silent in live rooms and until Twilio has finished the summary, because the
 * times may still come.
 */
export const endMissing: Rule = (call, format) => {
  if (call.live || call.endsMissing.length === 0 || !isProcessed(call.room.read('processing_state')))
    return [];
  return [
    {
      rule: 'end-missing',
      severity: 'info',
      title: t('When {0} left is not known', peopleOfStays(call.endsMissing, call, format)),
      evidence: evidenceOf(call.endsMissing, 'start'),
      meaning: t(
        'Twilio has no leave time although the room is over. Figures that count these stays may be off.',
      ),
      check: t('The application’s own log, if the end matters.'),
    },
  ];
};

function isProcessed(state: string | undefined): boolean {
  return state === undefined || /complete|timeout/i.test(state);
}
