import { t } from '@vscode/l10n';
import type { Stay } from '../analysis/stay.ts';
import { errorPage, explainErrorCode } from '../errorCodes/explainErrorCode.ts';
import { evidenceOf, type Finding, type Rule } from './finding.ts';
import { errorInText, peopleOfStays } from './nameText.ts';
import type { Severity } from './severity.ts';

/**
 * Error codes, one finding each. An error if a participant did not get in or did not come back; a warning if
 * all did; information if Twilio uses the code to tell participants that the room was ended. Silent on codes
 * of other rules: evictions and the session limit.
 */
export const errorCodes: Rule = (call, format) => {
  const stays = call.stays.filter(({ outcome }) => outcome !== 'evicted' && outcome !== 'timeLimit');
  return [...Map.groupBy(stays, ({ errorCode }) => errorCode)].flatMap(([code, group]): Finding[] => {
    if (code === undefined) return [];
    const explanation = explainErrorCode(code);
    const link = errorPage(code, group[0]?.participant.read('error_code_url'));
    return [
      {
        rule: 'error-code',
        severity: severityOf(group),
        code,
        title: titleOf(code, group, peopleOfStays(group, call, format)),
        evidence: evidenceOf(group),
        meaning:
          explanation?.meaning ??
          t('This extension has no words for this code; Twilio’s page about it may explain it.'),
        check:
          explanation?.check ?? t('Twilio’s page about the code, and what its participants have in common.'),
        ...(link && { link }),
      },
    ];
  });
};

/**
 * Participants without an error code whose end reason is clearly no normal leave, one finding per reason.
 * Silent on reasons that can be a normal leave: the field is free text.
 */
export const abnormalEnds: Rule = (call, format) => {
  const stays = call.stays.filter(
    ({ outcome, errorCode, endReason }) =>
      errorCode === undefined && endReason !== undefined && (outcome === 'dropped' || outcome === 'refused'),
  );
  return [...Map.groupBy(stays, ({ endReason }) => endReason)].map(([reason, group]): Finding => {
    return {
      rule: 'abnormal-end',
      severity: severityOf(group),
      title: t('{0} left with {1}', peopleOfStays(group, call, format), errorInText(undefined, reason)),
      evidence: evidenceOf(group),
      meaning: t('Twilio gives no error code, but the end reason does not read like a normal leave.'),
      check: t('The participants’ network at that time, and what the application logged then.'),
    };
  });
};

function severityOf(stays: readonly Stay[]): Severity {
  const failed = stays.filter(({ outcome }) => outcome === 'dropped' || outcome === 'refused');
  // Joining a room that is over (53118) is not worse than a drop.
  if (failed.some(({ backAt, errorCode }) => backAt === undefined && errorCode !== 53118)) return 'error';
  return failed.length > 0 || stays.some(({ outcome }) => outcome === 'present') ? 'warning' : 'info';
}

function titleOf(code: number, stays: readonly Stay[], names: string): string {
  const error = errorInText(code, stays[0]?.endReason);
  if (stays.every(({ outcome }) => outcome === 'refused')) return t('{0} could not join: {1}', names, error);
  if (stays.every(({ outcome }) => outcome === 'dropped')) return t('{0} dropped with {1}', names, error);
  if (stays.every(({ outcome }) => outcome === 'roomEnded')) {
    return t('{0} left when the room ended ({1})', names, error);
  }
  return t('{0} had {1}', names, error);
}
