import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { analyzeCall, type CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Finding } from '../findings/common/finding.ts';
import type { Severity } from '../findings/common/severity.ts';
import { findingsOf } from '../findings/findings.ts';
import { summarizeCall } from './summarizeCall.ts';

/** One call: its analysis, and the findings and the summary made of that when they are first asked for. */
export class Call {
  readonly room: Room;
  readonly participants: readonly Participant[];
  readonly analysis: CallAnalysis;
  /** When it was analyzed, in milliseconds since 1970: a room in progress has lasted until then. */
  readonly analyzedAt: number;
  readonly #format: Format;
  #findings: readonly Finding[] | undefined;
  #summary: string | undefined;

  constructor(room: Room, participants: readonly Participant[], format: Format) {
    this.room = room;
    this.participants = participants;
    this.#format = format;
    this.analyzedAt = format.now();
    this.analysis = analyzeCall(room, participants, this.analyzedAt);
  }

  /** The worst first. */
  get findings(): readonly Finding[] {
    this.#findings ??= findingsOf(this.analysis, this.#format);
    return this.#findings;
  }

  /** Severity of the worst finding; undefined where there is none. */
  get severity(): Severity | undefined {
    return this.findings[0]?.severity;
  }

  /** The code of the first problem that is as severe as the worst and has one: a lesser one's would name another cause. */
  get problemCode(): number | undefined {
    const worst = this.severity;
    if (worst === 'info') return undefined;
    return this.findings.find(({ severity, code }) => severity === worst && code !== undefined)?.code;
  }

  /** What happened, in a few sentences. */
  get summary(): string {
    this.#summary ??= summarizeCall(this.analysis, this.findings, this.#format);
    return this.#summary;
  }

  /** True if its texts are written as this format writes them. */
  isWrittenAs(format: Format): boolean {
    return this.#format.writesAs(format);
  }
}
