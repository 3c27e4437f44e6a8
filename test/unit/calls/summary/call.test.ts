import assert from 'node:assert/strict';
import { isParticipantSid, isRoomSid } from '../../../../src/insights/core/sid.ts';
import { type Case, faultsIn, readCases, textOf } from '../cases/readCases.ts';

const cases = readCases();

/** Calls of which the summary and the findings are known to be wrong or to say too little. */
const notYetRight = new Set([
  '30-two-windows-rejoin-by-themselves-53205',
  '31-renewed-before-the-four-hours-53205',
  '35-peer-to-peer-phone-offline-both-ends-lost',
  '36-peer-to-peer-partner-leaves-53405-follows',
  '37-go-room-one-lost-the-other-follows',
  '39-edge-fails-chrome-works-53405',
  '40-android-11-chrome-cannot-gather-ice-53405',
  '44-host-leaves-server-completes-room',
  '45-kicked-out-by-the-web-application',
  '46-room-completed-before-anybody-came',
  '47-ten-second-room-of-a-reused-name',
  '48-five-in-germany-media-in-australia',
  '51-recording-bot-stays-behind',
  '53-phones-wait-for-the-host',
  '54-two-cannot-connect-53000',
  '55-iphone-peer-to-peer-fails-at-the-start',
  '56-thrown-out-after-a-quarter-of-an-hour-53001',
  '57-mac-asleep-53400-got-over-room-ended-by-api',
  '62-in-progress-although-over',
  '64-mobile-safari-gone-unnoticed-53002',
  '67-room-for-two-is-full-53105',
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
