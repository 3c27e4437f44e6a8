/**
 * The kind of a participant's `end_reason`. The field is free text: unless it clearly matches another kind it
 * counts as `normal`, so that no drop is invented.
 */
export type ReasonKind = 'normal' | 'removed' | 'roomEnded' | 'evicted' | 'timeLimit' | 'abnormal';

const noError = /\b(no|without|without an|0) (errors?|failures?)\b/;
const patterns: readonly (readonly [ReasonKind, RegExp])[] = [
  ['evicted', /\bduplicate (participant )?identity\b/],
  ['timeLimit', /\b(session length|participant duration|session duration)\b.*\b(exceeded|reached|limit)\b/],
  [
    'abnormal',
    /\b(errors?|fail(ed|ure|s)?|lost|ceased|crash(ed)?|expired|exceeded|rejected|refused|denied)\b/,
  ],
  ['abnormal', /\b(unreachable|unexpected(ly)?|abnormal(ly)?|unauthori[sz]ed|invalid|not found|busy)\b/],
  [
    'abnormal',
    /\b(connection|signal+ing|transport|media|ice|ping|keep ?alive|heartbeat)\b.*\b(time ?out|timed out|disconnected)\b/,
  ],
  ['roomEnded', /\broom\b.*\b(ended|completed|closed|finished)\b/],
  ['removed', /\b(via|through|by)( the)? api\b|\b(kicked|removed)\b/],
];

/** Classifies a reason by its words, in any spelling that Twilio's products use. */
export function reasonKind(reason: string | undefined): ReasonKind {
  const words = (reason ?? '')
    .slice(0, 200)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[\s_-]+/g, ' ')
    .toLowerCase();
  if (noError.test(words)) return 'normal';
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? 'normal';
}
