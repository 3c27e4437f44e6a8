import assert from 'node:assert/strict';
import { RoomNames } from '../../../../src/assistant/roomAliases.ts';
import { explainAnswer } from '../../../../src/assistant/roomAnswer.ts';
import { roomReport } from '../../../../src/export/report/roomReport.ts';
import { isParticipantSid, isRoomSid } from '../../../../src/insights/core/sid.ts';
import { type Case, callOf, faultsIn, readCases, textOf } from '../cases/readCases.ts';

const cases = readCases();

/** Calls whose records have times in a wrong order on purpose. */
const disordered = new Set(['89-records-with-rubbish']);

const quiet = { sample: false, person: undefined, unreadable: 0 };

/** The first twelve were given, others come from reports, or are variations by which a rule is tried. */
function kindOf({ name, source }: Case): string {
  if (Number.parseInt(name, 10) < 30) return 'given';
  return source.startsWith('invented: ') ? 'invented' : 'reported';
}

/** The summary in a report. */
function summaryIn(report: string): string {
  const [, after = ''] = report.split('## What happened\n\n');
  const [summary = ''] = after.split('\n\n');
  return plain(summary.replaceAll(/\d{4}-\d\d-\d\dT(\d\d:\d\d):[\d.]+Z/g, '$1'));
}

/**
 * Without what Markdown escapes or joins, and without times and how they are listed: the times of a report have seconds,
 * so that two of one minute stand there both.
 */
function plain(text: string): string {
  return text.replaceAll(/\d\d:\d\d|\b(?:at|and|between)\b|&\w+;/g, '').replaceAll(/[\\`\s(),]/g, '');
}

describe('Calls from public reports', () => {
  it('are told right', () => {
    const faults = cases.map((one) => ({ one, faults: faultsIn(textOf(one), one) }));
    for (const [kind, group] of Map.groupBy(faults, ({ one }) => kindOf(one))) {
      const right = group.filter((found) => found.faults.length === 0).length;
      console.log(`      ${kind.padEnd(9)} calls: ${group.length} tried, ${right} told right`);
    }
    assert.deepEqual(
      faults.filter((found) => found.faults.length > 0).map((found) => [found.one.name, ...found.faults]),
      [],
    );
  });

  it('have a code beside their severity only if a finding of that severity has it', () => {
    const wrong = cases.filter((one) => {
      const { severity, problemCode, findings } = callOf(one).call;
      if (problemCode === undefined) return false;
      return !findings.some((finding) => finding.severity === severity && finding.code === problemCode);
    });
    assert.deepEqual(
      wrong.map(({ name }) => name),
      [],
    );
  });

  it('are told alike by the page, the report and the assistant', () => {
    for (const one of cases) {
      const { call, format } = callOf(one);
      const { room, participants } = call;
      const names = new RoomNames();
      const { rows, text } = explainAnswer(
        { room, participants, names: true, nameOf: (given) => names.of(given, true), ...quiet },
        format,
      );
      for (const shared of [roomReport(call, { names: true }, format), text(rows)])
        assert.equal(summaryIn(shared), plain(call.summary), one.name);
    }
  });

  it('have expectations that a true answer meets', () => {
    for (const one of cases) assert.deepEqual(faultsIn(one.expect.join('\n'), one), [], one.name);
  });

  it('name their source, each another one', () => {
    const sources = cases.map(({ source }) => source);
    for (const source of sources) assert.match(source, /https:\/\/|^invented: /);
    assert.equal(new Set(sources).size, sources.length);
  });

  it('have SIDs of their own, and times in their order', () => {
    const sids = cases.flatMap(({ room, participants }) => [
      room.room_sid,
      ...new Set(participants.map(({ participant_sid }) => participant_sid)),
    ]);
    assert.equal(new Set(sids).size, sids.length);
    for (const one of cases) if (!disordered.has(one.name)) assertInOrder(one);
  });
});

function assertInOrder({ name, room, participants }: Case): void {
  assert.ok(isRoomSid(room.room_sid), name);
  for (const { participant_sid, room_sid, join_time, leave_time } of participants) {
    assert.ok(isParticipantSid(participant_sid) && room_sid === room.room_sid, name);
    const [joined, left] = [join_time, leave_time].map((time) => Date.parse(String(time)));
    if (join_time !== null && leave_time !== null) assert.ok(Number(joined) <= Number(left), name);
  }
}
