import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import { isLossCode } from '../analysis/codeFamilies.ts';
import { isDirect } from '../analysis/roomType.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorPage, explainErrorCode } from '../errorCodes/explainErrorCode.ts';
import { evidenceOf, type Finding, type Rule } from './common/finding.ts';
import { errorInText, lanesWith, peopleOfStays } from './common/nameText.ts';
import type { Severity } from './common/severity.ts';
import { canBeEndOfCall, endOfCallText } from './endOfCall.ts';

/** From this number of people with the same code, what they have in common is more likely than each one's network. */
const minMany = 5;

/**
 * Error codes, one finding each, and one for those that were got over. An error if a participant did not get in or
 * did not come back; a warning if all did, for codes that ended no stay, and for drops with which the call may have
 * ended; information if Twilio uses the code to tell participants that the room was ended. Silent on codes of other
 * rules: evictions, the session limit, drops of several people at once, and the end of a room through the API.
 */
export const errorCodes: Rule = (call, format) => {
  const elsewhere = new Set([
    ...call.drops.events.flatMap(({ stays }) => stays),
    ...call.drops.followUps.map(({ stay }) => stay),
  ]);
  const stays = call.stays.filter(
    (stay) =>
      stay.recovered ||
      (stay.outcome !== 'evicted' &&
        stay.outcome !== 'timeLimit' &&
        !(stay.outcome === 'roomEnded' && call.endedViaApi) &&
        !elsewhere.has(stay)),
  );
  const groups = Map.groupBy(stays, ({ errorCode, recovered }) =>
    errorCode === undefined ? undefined : `${errorCode} ${recovered}`,
  );
  return [...groups.values()].flatMap((group): Finding[] => {
    const code = group[0]?.errorCode;
    return code === undefined ? [] : [finding(code, group, call, format)];
  });
};

function finding(code: number, stays: readonly Stay[], call: CallAnalysis, format: Format): Finding {
  const link = errorPage(code, stays[0]?.participant.read('error_code_url'));
  return {
    rule: 'error-code',
    severity: severityOf(stays, call),
    code,
    title: titleOf(code, stays, peopleOfStays(stays, call, format)),
    evidence: stays.every(({ recovered }) => recovered) ? evidenceOf(stays, 'start') : evidenceOf(stays),
    meaning: joinSentences([meaningOf(code, call), remark(stays, call)]),
    check: checkOf(code, stays, call),
    ...(link && { link }),
  };
}

/** What a code means in this call. */
function meaningOf(code: number, call: CallAnalysis): string {
  if (code === 53118 && !call.endedViaApi)
    return t(
      'The client was told that the room was completed, although the room’s own record names another end.',
    );
  return (
    explainErrorCode(code, isDirect(call.room))?.meaning ??
    t('This extension does not know this code; Twilio’s page about it may explain it.')
  );
}

/** What the data leave open. */
function remark(stays: readonly Stay[], call: CallAnalysis): string {
  if (stays.every(({ outcome }) => outcome === 'unknown'))
    return t('Whether it ended the stay is not in the data.');
  if (stays.every(({ recovered }) => recovered))
    return t('When it was is not in the data; it did not end the stay.');
  return stays.every((stay) => canBeEndOfCall(stay, call)) ? endOfCallText() : '';
}

function checkOf(code: number, stays: readonly Stay[], call: CallAnalysis): string {
  const check =
    explainErrorCode(code, isDirect(call.room))?.check ??
    t('Twilio’s page about the code, and what its participants have in common.');
  if (!concernsMany(code, stays, call)) return check;
  return joinSentences([
    t(
      'What all of them have in common: the load that the application puts on each device (the number of videos, for example), its release, a shared network, the room’s region, and status.twilio.com.',
    ),
    check,
  ]);
}

/** Whether half of the people, and at least five, lost their connection with the same code. */
function concernsMany(code: number, stays: readonly Stay[], call: CallAnalysis): boolean {
  const people = lanesWith(
    stays.filter(({ outcome }) => outcome === 'dropped'),
    call,
  ).length;
  return isLossCode(code) && people >= minMany && people >= call.people.length / 2;
}

/**
 * Participants without an error code whose end reason is clearly no normal leave, one finding per reason.
 * Silent on reasons that can be a normal leave: the field is free text.
 */
export const abnormalEnds: Rule = (call, format) => {
  const elsewhere = new Set(call.drops.events.flatMap(({ stays }) => stays));
  const stays = call.stays.filter(
    (stay) =>
      stay.errorCode === undefined &&
      stay.endReason !== undefined &&
      (stay.outcome === 'dropped' || stay.outcome === 'refused') &&
      !elsewhere.has(stay),
  );
  return [...Map.groupBy(stays, ({ endReason }) => endReason)].map(([reason, group]): Finding => {
    return {
      rule: 'abnormal-end',
      severity: severityOf(group, call),
      title: t('{0} left with {1}', peopleOfStays(group, call, format), errorInText(undefined, reason)),
      evidence: evidenceOf(group),
      meaning: t('Twilio gives no error code, but the end reason does not read like a normal leave.'),
      check: t('The participants’ network at that time, and what the application logged then.'),
    };
  });
};

function severityOf(stays: readonly Stay[], call: CallAnalysis): Severity {
  const failed = stays.filter(
    ({ outcome, recovered }) => !recovered && (outcome === 'dropped' || outcome === 'refused'),
  );
  const entered = new Set(call.people.map(({ key }) => key));
  const isFatal = (stay: Stay) =>
    stay.backAt === undefined &&
    // Joining a room that is over (53118) is not worse than a drop.
    stay.errorCode !== 53118 &&
    !(stay.outcome === 'refused' && entered.has(stay.lane)) &&
    !canBeEndOfCall(stay, call);
  if (failed.some(isFatal)) return 'error';
  if (failed.length > 0) return 'warning';
  // Two clients of a room with direct connections agree on a codec.
  const harmless = stays.every(({ errorCode }) => errorCode === 53404) && isDirect(call.room);
  const passed = stays.some(({ recovered, outcome }) => recovered || outcome === 'present');
  return passed && !harmless ? 'warning' : 'info';
}

function titleOf(code: number, stays: readonly Stay[], names: string): string {
  const error = errorInText(code, stays[0]?.endReason);
  if (stays.every(({ recovered, outcome }) => recovered && outcome !== 'unknown'))
    return t('{0} had {1}, during the call', names, error);
  if (stays.every(({ outcome }) => outcome === 'refused')) return t('{0} could not join: {1}', names, error);
  if (stays.every(({ outcome }) => outcome === 'dropped')) return t('{0} dropped with {1}', names, error);
  if (stays.every(({ outcome }) => outcome === 'roomEnded')) {
    return t('{0} left when the room ended ({1})', names, error);
  }
  return t('{0} had {1}', names, error);
}
