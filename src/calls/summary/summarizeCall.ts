import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Finding } from '../findings/common/finding.ts';
import { opening } from './opening.ts';
import { problemSentences } from './problemSentences.ts';

/**
 * Summarizes a call in a few sentences: how many people were in it for how long, and the problems of each.
 * "No problems found." if and only if there is no finding. Deterministic.
 */
export function summarizeCall(call: CallAnalysis, findings: readonly Finding[], format: Format): string {
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
  if (findings.length === 0) return [live ? t('No problems so far.') : t('No problems found.')];
  const [ended, pending, first] = [
    findings.find(({ rule }) => rule === 'ended-with-people'),
    findings.find(({ rule }) => rule === 'processing'),
    // The opening mentions `alone` already.
    findings.find(({ rule }) => rule !== 'alone'),
  ];
  const shown = ended || pending || hasProblems ? [ended, pending] : [first];
  return shown.flatMap((finding) => (finding ? t('{0}.', finding.title) : []));
}
