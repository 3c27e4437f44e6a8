import type { Format } from '../../../text/format.ts';
import type { CallAnalysis } from '../../analysis/analyzeCall.ts';
import type { Stay } from '../../analysis/stay.ts';
import type { Severity } from './severity.ts';

/** The ids of all rules. */
export type RuleId =
  | 'error-code'
  | 'abnormal-end'
  | 'duplicate-identity'
  | 'session-limit'
  | 'rejoin-storm'
  | 'room-full'
  | 'ended-with-people'
  | 'codec-mismatch'
  | 'known-fault'
  | 'sdk-outdated'
  | 'sdk-mixed'
  | 'other-region'
  | 'other-edge'
  | 'short-stay'
  | 'alone'
  | 'end-missing'
  | 'processing'
  | 'drop-event'
  | 'partner-left'
  | 'removed'
  | 'what-differs'
  | 'far-edge'
  | 'status-contradiction'
  | 'times-doubtful'
  | 'unknown-reason'
  | 'reconnecting'
  | 'list-incomplete';

/**
 * Rules with titles about the room: all other titles name the participants of the evidence if they are one or
 * two.
 */
export const aboutRoom: ReadonlySet<RuleId> = new Set([
  'alone',
  'processing',
  'room-full',
  'sdk-mixed',
  'far-edge',
  'status-contradiction',
  'list-incomplete',
]);

/** A stay that supports a finding. */
export interface Evidence {
  /** `Participant.key`. */
  readonly participant: string;
  /** `Lane.key`. */
  readonly lane: string;
  /** The label of the identity, see `Stay.name`. */
  readonly name: string;
  /** When it happened, in milliseconds since 1970. */
  readonly time?: number;
}

/** A fact of a call that may explain a complaint. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The title, without a full stop. */
  readonly title: string;
  /** By time. Empty if the finding is about the room. */
  readonly evidence: readonly Evidence[];
  /** The usual meaning. */
  readonly meaning: string;
  /** What to check first. */
  readonly check: string;
  /** Twilio's error code, if the finding is about one. */
  readonly code?: number;
  /** Tells findings of one rule apart that have no code, for example the id of a known fault. */
  readonly topic?: string;
  /** The address of a page of Twilio. */
  readonly link?: string;
}

/**
 * Checks a call for one problem. Silent (an empty list) if the call does not have it or the data is
 * insufficient.
 */
export type Rule = (call: CallAnalysis, format: Format) => readonly Finding[];

/** Stays as evidence, each with its end or, with `at`, its start. */
export function evidenceOf(stays: readonly Stay[], at: 'start' | 'end' = 'end'): Evidence[] {
  return stays
    .map(({ key, lane, name, span, end }) => ({
      participant: key,
      lane,
      name,
      ...(span && (at === 'start' || end === 'left') && { time: span[at] }),
    }))
    .sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
}
