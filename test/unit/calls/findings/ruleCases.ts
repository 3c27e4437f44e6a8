import type { RuleId } from '../../../../src/calls/findings/common/finding.ts';
import { at, failed, stay } from '../calls.ts';

export type Json = Record<string, unknown>;

/** A room and its participants, in which a rule speaks or keeps silent. */
export interface Case {
  readonly when: string;
  readonly room?: Json;
  readonly people: () => Json[];
}

/** When each rule speaks, and when it keeps silent. */
export type RuleCases<Ids extends RuleId = RuleId> = Readonly<
  Record<Ids, { readonly speaks: readonly Case[]; readonly silent: readonly Case[] }>
>;

/** Two who were in the room at the same time. */
export const together = (more: Json = {}, others: Json = {}): Json[] => [
  stay('Alice', at(1), at(40), more),
  stay('Bob', at(2), at(41), others),
];

/** A participant's browser and its version. */
export const browser = (name: string, version = '120.0'): Json => ({
  publisher_info: { browser_name: name, browser_version: version },
});
export const region = (name: string | null): Json => ({ media_region: name });
export const edge = (name: string | null, more: Json = {}): Json => ({ edge_location: name, ...more });
/** A call of Programmable Voice, which has no client. */
export const phone = (from: number, to: number, more: Json = {}): Json =>
  stay('+14155550123', from, to, { publisher_info: {}, codecs: ['PCMU'], ...more });
/** Evictions of one identity, each this many seconds after the one before. */
export const evictions = (count: number, seconds: number): Json[] =>
  Array.from({ length: count }, (_, n) =>
    stay('Alice', at(1, n * seconds), at(1, (n + 1) * seconds), failed(53205)),
  );
export const codecs = (...names: string[]): Json => ({ codecs: names });
