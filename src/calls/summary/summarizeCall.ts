import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Finding } from '../findings/common/finding.ts';
import { opening } from './opening.ts';
import { problemSentences } from './problemSentences.ts';

/**
 * Summarizes a call in a few sentences: how many people were in it for how long, and the problems of each.
 * Times after midnight have their date. "No problems found." if and only if there is no finding but what is possible with these clients. Deterministic.
 */
export function summarizeCall(call: CallAnalysis, findings: readonly Finding[], anyFormat: Format): string {
  const format = anyFormat.withDatesAfter(call.range);
  const problems = problemSentences(call, format);
  return joinSentences([
    opening(call, format),
    ...problems,
    ...closingSentence(call, findings, problems.length > 0),
  ]);
}

/** The end of the summary: how the room ended, and missing data; otherwise the first finding. */
function closingSentence(
  { live }: CallAnalysis,
  findings: readonly Finding[],
  hasProblems: boolean,
): string[] {
  const shownFindings = findings.filter((finding) => !isPossibility(finding));
  if (shownFindings.length === 0) return [live ? t('No problems so far.') : t('No problems found.')];
  const [ended, pending, first] = [
    findings.find(({ rule }) => rule === 'ended-with-people'),
    findings.find(({ rule }) => rule === 'processing'),
    // The opening mentions `alone` already.
    shownFindings.find(({ rule }) => rule !== 'alone'),
  ];
  const shown = ended || pending || hasProblems ? [ended, pending] : [first];
  return shown.flatMap((finding) => (finding ? t('{0}.', finding.title) : []));
}

/** A known fault of a client that nothing in the call shows: a note, and no problem of this call. */
export function isPossibility({ rule, severity }: Finding): boolean {
  return rule === 'known-fault' && severity === 'info';
}
