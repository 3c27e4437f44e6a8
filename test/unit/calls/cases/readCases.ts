import { readdirSync, readFileSync } from 'node:fs';
import { Call } from '../../../../src/calls/summary/call.ts';
import type { JsonObject } from '../../../../src/insights/core/json.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { Format } from '../../../../src/text/format.ts';

/** A call from a public report, see README.md. */
export interface Case {
  /** File name without `.json`. */
  readonly name: string;
  /** Address of the report. */
  readonly source: string;
  readonly story: string;
  readonly room: JsonObject;
  readonly participants: readonly JsonObject[];
  readonly expect: readonly string[];
  readonly mustNot: readonly string[];
  /** Regular expressions, flag `i`. */
  readonly summary: { readonly must: readonly string[]; readonly mustNot: readonly string[] };
}

/** All cases, by their numbers. */
export function readCases(): Case[] {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const read = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Omit<Case, 'name'>;
    return { name: file.slice(0, -'.json'.length), ...read };
  });
}

/** The call of a case in English and UTC, an hour after the room's end. */
export function callOf({ room: json, participants }: Case): { readonly call: Call; readonly format: Format } {
  const room = new Room(json);
  const now = (room.read('end_time') ?? room.created ?? 0) + 3_600_000;
  const format = new Format({ locale: 'en', times: 'utc', now: () => now });
  const call = new Call(
    room,
    participants.map((one) => new Participant(one)),
    format,
  );
  return { call, format };
}

/** What the extension says of a case. */
export function textOf(one: Case): string {
  const { call } = callOf(one);
  const findings = call.findings.flatMap(({ title, meaning, check }) => [title, meaning, check]);
  return [call.summary, ...findings].join('\n');
}

/** What a text lacks, and what it says that is wrong; nothing of both where it is right. */
export function faultsIn(text: string, { summary: { must, mustNot } }: Case): string[] {
  const holds = (pattern: string) => new RegExp(pattern, 'i').test(text);
  return [
    ...must.filter((pattern) => !holds(pattern)).map((pattern) => `lacks ${pattern}`),
    ...mustNot.filter(holds).map((pattern) => `says ${pattern}`),
  ];
}
