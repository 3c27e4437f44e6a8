import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Stay } from '../analysis/stay.ts';
import type { Severity } from './severity.ts';

export type RuleId =
  | 'error-code'
  | 'abnormal-end'
  | 'duplicate-identity'
  | 'session-limit'
  | 'rejoin-storm'
  | 'room-full'
  | 'ended-with-people'
  | 'codec-mismatch'
  | 'sdk-outdated'
  | 'sdk-mixed'
  | 'other-region'
  | 'other-edge'
  | 'short-stay'
  | 'alone'
  | 'end-missing'
  | 'processing';

/** Rules whose titles are about the room: all others name in it whom the evidence shows, as long as they are one or two. */
export const aboutRoom: ReadonlySet<RuleId> = new Set(['alone', 'processing', 'room-full', 'sdk-mixed']);

/** A stay that shows what a finding says. */
export interface Evidence {
  /** `Participant.key`. */
  readonly participant: string;
  /** `Lane.key`. */
  readonly lane: string;
  /** The identity for people, or the SID; as long and as odd as the application made it. */
  readonly name: string;
  /** When it happened, in milliseconds since 1970. */
  readonly time?: number;
}

/** Something in a call that explains a complaint. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What happened, without a full stop. */
  readonly title: string;
  /** By time. Empty where it is about the room. */
  readonly evidence: readonly Evidence[];
  /** What it usually means. */
  readonly meaning: string;
  /** What to look at first. */
  readonly check: string;
  /** Twilio's error code, where the finding is about one. */
  readonly code?: number;
  /** A page of Twilio's. */
  readonly link?: string;
}

/** Looks for one thing. Silent (an empty list) where the call does not show it or nothing can be said. */
export type Rule = (call: CallAnalysis, format: Format) => readonly Finding[];

/** Stays as evidence, each with the time when it ended or, with `at`, when it began. */
export function evidenceOf(stays: readonly Stay[], at: 'start' | 'end' = 'end'): Evidence[] {
  return stays
    .map(({ key, lane, name, span, end }) => ({
      ...{ participant: key, lane, name },
      ...(span && (at === 'start' || end === 'left') && { time: span[at] }),
    }))
    .sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
}
