import { codeOfReason, wordsOfReason } from './reasonCodes.ts';

/**
 * The kind of a participant's `end_reason`. `left` clearly reads as a normal leave; `other` is any text that matches
 * no kind: it counts as a leave, so that no drop is invented.
 */
export type ReasonKind = 'left' | 'removed' | 'roomEnded' | 'evicted' | 'timeLimit' | 'abnormal' | 'other';

const noError = /\b(no|without|without an|0) (errors?|failures?)\b/;
const patterns: readonly (readonly [ReasonKind, RegExp])[] = [
  ['evicted', /\bduplicate (participant )?identity\b/],
  ['timeLimit', /\b(session length|participant duration|session duration)\b.*\b(exceeded|reached|limit)\b/],
  [
    'abnormal',
    /\b(errors?|fail(ed|ure|s)?|lost|ceased|crash(ed)?|expired|exceeded|rejected|refused|denied|unable)\b/,
  ],
  ['abnormal', /\b(unreachable|unexpected(ly)?|abnormal(ly)?|unauthori[sz]ed|invalid|not found|busy)\b/],
  ['abnormal', /\b(reset|abrupt(ly)?|abort(ed)?|interrupted|shut ?down|went away)\b/],
  ['abnormal', /\b(participant|client|user|peer|session)\b.*\b(timed out|time ?out)\b/],
  [
    'abnormal',
    /\b(connection|signal+ing|transport|media|ice|ping|keep ?alive|heartbeat)\b.*\b(time ?out|timed out|disconnected)\b/,
  ],
  ['roomEnded', /\broom\b.*\b(ended|completed|closed|finished)\b/],
  ['removed', /\b(via|through|by)( the)? api\b|\b(kicked|removed)\b/],
  ['left', /\b(left|leave|leaving|hung up|hang up|hangup|bye|normal(ly)?)\b/],
  ['left', /\bdisconnected by( the)? (user|client|participant)\b|\b(user|client) disconnected\b/],
];

/** The kinds of reasons that are the SDK's text of these codes. */
const kindOfCode: Readonly<Record<number, ReasonKind>> = {
  53118: 'roomEnded',
  53205: 'evicted',
  53216: 'timeLimit',
};

/** Words of a leave that say no more than that it was one. */
const plain =
  /^(participant |client |user )?(disconnect(ed)?|complete(d)?|ended|closed|finished|done|ok|success)$/;

/** True for a reason of the kind `other` that is not just another word for a leave. */
export function isUnknownReason(reason: string | undefined): boolean {
  return !!reason && reasonKind(reason) === 'other' && !plain.test(wordsOfReason(reason));
}

/** Classifies a reason by its words, in any spelling that Twilio's products use. */
export function reasonKind(reason: string | undefined): ReasonKind {
  const code = codeOfReason(reason);
  if (code !== undefined) return kindOfCode[code] ?? 'abnormal';
  const words = wordsOfReason(reason ?? '');
  if (noError.test(words)) return 'left';
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
