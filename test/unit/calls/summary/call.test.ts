import assert from 'node:assert/strict';
import { isParticipantSid, isRoomSid } from '../../../../src/insights/core/sid.ts';
import { type Case, faultsIn, readCases, textOf } from '../cases/readCases.ts';

const cases = readCases();

/** Calls of which the summary and the findings are known to be wrong or to say too little. */
const notYetRight = new Set([
]);

describe('Calls from public reports', () => {
  it('are told right, but for those that are known', () => {
    const right = cases.filter((one) => faultsIn(textOf(one), one).length === 0).map(({ name }) => name);
    console.log(`  told right: ${right.length} of ${cases.length} calls from public reports`);
    const expected = cases.map(({ name }) => name).filter((name) => !notYetRight.has(name));
    assert.deepEqual(right, expected);
  });

  it('have expectations that a true answer meets', () => {
    for (const one of cases) assert.deepEqual(faultsIn(one.expect.join('\n'), one), [], one.name);
  });

  it('name their source, each another one', () => {
    const sources = cases.map(({ source }) => source);
    for (const source of sources) assert.equal(new URL(source).protocol, 'https:');
    assert.equal(new Set(sources).size, sources.length);
  });

  it('have SIDs of their own, and times in their order', () => {
    const sids = cases.flatMap(({ room, participants }) => [
      room.room_sid,
      ...participants.map(({ participant_sid }) => participant_sid),
    ]);
    assert.equal(new Set(sids).size, sids.length);
    for (const one of cases) assertInOrder(one);
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
