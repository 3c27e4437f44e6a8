import { analyzeCall, type CallAnalysis } from '../../../src/calls/analysis/analyzeCall.ts';
import type { Finding, RuleId } from '../../../src/calls/findings/common/finding.ts';
import { findingsOf } from '../../../src/calls/findings/findings.ts';
import { summarizeCall } from '../../../src/calls/summary/summarizeCall.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { Format } from '../../../src/text/format.ts';

/** Half an hour after the end of `over`. */
export const now = Date.UTC(2026, 10, 22, 11, 30);
export const format = new Format({ locale: 'en', times: 'utc', now: () => now });

/** A time of that day: minutes and seconds after ten o'clock. */
export const at = (minutes: number, seconds = 0): number => Date.UTC(2026, 10, 22, 10, minutes, seconds);
export const iso = (time: number): string => new Date(time).toISOString();

type Json = Record<string, unknown>;

/** A room from 10:00 to 11:00 that timed out, fully summarised. */
export const over: Json = {
  room_sid: `RM${'0'.repeat(32)}`,
  room_status: 'completed',
  room_type: 'group',
  create_time: iso(at(0)),
  end_time: iso(at(60)),
  duration_sec: 3600,
  end_reason: 'timeout',
  processing_state: 'complete',
  max_participants: 50,
  max_concurrent_participants: 50,
};

/** A room that is live since 10:00. */
export const live: Json = {
  room_sid: `RM${'1'.repeat(32)}`,
  room_status: 'in_progress',
  room_type: 'group',
  create_time: iso(at(0)),
  processing_state: 'not_started',
};

let people = 0;

/** A stay of somebody; `to` null is a leave that the API does not tell. Times as by `at`. */
export function stay(name: string | null, from: number, to: number | null, more: Json = {}): Json {
  people++;
  return {
    participant_sid: `PA${String(people).padStart(32, '0')}`,
    participant_identity: name,
    status: to === null ? 'connected' : 'completed',
    join_time: iso(from),
    leave_time: to === null ? null : iso(to),
    error_code: null,
    end_reason: null,
    ...more,
  };
}

/** With an error code. */
export const failed = (code: number, more: Json = {}): Json => ({ error_code: code, ...more });

export function call(room: Json, participants: readonly Json[], time = now): CallAnalysis {
  return analyzeCall(
    new Room(room),
    participants.map((json) => new Participant(json)),
    time,
  );
}

export function findings(room: Json, ...participants: Json[]): Finding[] {
  return findingsOf(call(room, participants), format);
}

/** The finding of that rule; undefined where the rule is silent. */
export function finding(rule: RuleId, room: Json, ...participants: Json[]): Finding | undefined {
  return findings(room, ...participants).find((one) => one.rule === rule);
}

export function summaryOf(room: Json, ...participants: Json[]): string {
  const analysis = call(room, participants);
  return summarizeCall(analysis, findingsOf(analysis, format), format);
}
