import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Finding } from '../findings/finding.ts';
import { opening } from './opening.ts';
import { problemSentences } from './problemSentences.ts';

/**
 * What happened in a call, in a few plain sentences: who was there for how
 * long, and what went wrong for whom. "No problems found." if and only if
 * there is no finding. The same call gives the same words.
 */
export function summarizeCall(call: CallAnalysis, findings: readonly Finding[], format: Format): string {
  const wrong = problemSentences(call, format);
  return joinSentences([
    opening(call, format),
    ...wrong,
    ...closingSentence(call, findings, wrong.length > 0),
  ]);
}

/** What the troubles leave open: how the room ended, and what may be missing; or else the one thing that was found. */
function closingSentence({ live }: CallAnalysis, findings: readonly Finding[], enough: boolean): string[] {
  if (findings.length === 0) return [live ? t('No problems so far.') : t('No problems found.')];
  const [ended, pending, first] = [
    findings.find(({ rule }) => rule === 'ended-with-people'),
    findings.find(({ rule }) => rule === 'processing'),
    // The opening has said who was alone.
    findings.find(({ rule }) => rule !== 'alone'),
  ];
  const told = ended || pending || enough ? [ended, pending] : [first];
  return told.flatMap((finding) => (finding ? t('{0}.', finding.title) : []));
}
