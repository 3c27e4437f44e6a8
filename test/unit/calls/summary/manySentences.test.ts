import assert from 'node:assert/strict';
import { mostCommonError } from '../../../../src/calls/summary/manySentences.ts';
import { at, call, failed, over, stay, summaryOf } from '../calls.ts';

type Json = Record<string, unknown>;
const names = ['A', 'B', 'C', 'D'];
/** Four who dropped five minutes apart, each with a code. */
const dropped = (...codes: number[]) =>
  codes.map((code, n) => stay(`p${n}`, at(1), at(10 + 5 * n), failed(code)));
const refused = (...codes: number[]) => codes.map((code, n) => stay(`p${n}`, at(5), at(5), failed(code)));
const zoe = () => stay('Zoe', at(1), at(50));
const beside = (...people: Json[]) => summaryOf(over, ...people, zoe()).replace(/^.*?\. /, '');
const api = (name: string, end: number) => stay(name, at(1), end, { end_reason: 'disconnected_via_api' });

describe('What happened to many', () => {
  it('is when they dropped, with what, and who came back', () => {
    assert.equal(
      beside(...dropped(53405, 53001, 53001, 53001), stay('p0', at(15), at(40)), stay('p1', at(17), at(40))),
      '4 of 5 people dropped between 10:10 and 10:25, most with 53001, signaling connection disconnected. 2 of them came back, 2 did not.',
    );
    assert.equal(
      beside(...dropped(53001, 53001, 53001, 53001), ...names.map((_, n) => stay(`p${n}`, at(30), at(40)))),
      '4 of 5 people dropped between 10:10 and 10:25, all with 53001, signaling connection disconnected. All of them came back.',
    );
  });

  it('is the most common error only if there is one', () => {
    assert.equal(
      beside(...dropped(53001, 53405, 53001, 53405)),
      '4 of 5 people dropped between 10:10 and 10:25, with different errors. None of them came back.',
    );
    assert.equal(
      beside(...dropped(53001, 53405, 53001, 53407, 53002)),
      '5 of 6 people dropped between 10:10 and 10:30, with different errors; the most common is 53001, signaling connection disconnected. None of them came back.',
    );
  });

  it('is at unknown times without leaves', () => {
    assert.equal(
      beside(...names.map((name) => stay(name, at(1), null, failed(53001)))),
      '4 of 5 people dropped at unknown times, all with 53001, signaling connection disconnected. None of them came back.',
    );
  });

  it('counts participants where phones are among them', () => {
    const phones = names.map((_, n) =>
      stay(`+1415555012${n}`, at(1), at(10 + 5 * n), failed(53001, { publisher_info: {} })),
    );
    assert.match(beside(...phones), /^4 of 5 participants dropped between /);
  });

  it('is why they could not join', () => {
    assert.equal(
      beside(...refused(53106, 53106, 53106, 53106)),
      '4 people could not join: 53106, room not found.',
    );
    assert.equal(
      beside(...refused(20104, 53106, 53106, 53106)),
      '4 people could not join, most with 53106, room not found.',
    );
    assert.equal(beside(...refused(20104, 53106, 20104, 53106)), '4 people could not join.');
  });

  it('is the session limit, of two as well', () => {
    const limited = (name: string, from: number, code: number) =>
      stay(name, from, from + 14_400_000, failed(code));
    assert.equal(
      beside(limited('A', at(-200), 53216), limited('B', at(-200), 53216)),
      '“A” and “B” were disconnected at the session length limit (53216).',
    );
    assert.equal(
      beside(limited('A', at(-200), 53002), limited('B', at(-199), 53002)),
      '“A” and “B” were each disconnected 4 hr after joining, to the second: a session limit.',
    );
    assert.equal(
      beside(limited('A', at(-200), 53002)),
      '“A” was disconnected at 10:40, 4 hr after joining to the second: a session limit.',
    );
  });

  it('is a removal, together or one by one', () => {
    assert.equal(
      beside(api('A', at(7, 32))),
      '“A” was disconnected through the API at 10:07, after 6 min 32 sec.',
    );
    assert.equal(
      beside(api('A', at(7)), api('B', at(7, 10))),
      '“A” and “B” were disconnected through the API at 10:07.',
    );
    assert.equal(
      beside(api('A', at(7)), api('B', at(7, 11))),
      '“A” and “B” were disconnected through the API.',
    );
    assert.equal(
      summaryOf(over, api('A', at(7)), api('B', at(7)), api('C', at(7))),
      '3 people, call 6 min. Everybody was disconnected through the API at 10:07.',
    );
    assert.equal(
      beside(stay('A', at(1), null, { end_reason: 'disconnected_via_api' })),
      '“A” was disconnected through the API.',
    );
  });

  it('is an error that ended no stay', () => {
    const tracks = (...codes: number[]) => codes.map((code, n) => stay(`p${n}`, at(1), at(40), failed(code)));
    assert.equal(beside(...tracks(53404)), '“p0” had 53404, no codec in common, during the call.');
    assert.equal(
      beside(...tracks(53404, 53404, 53404, 53404)),
      '4 people had 53404, no codec in common, during the call.',
    );
    assert.equal(
      beside(...tracks(53404, 53300, 53300, 53300)),
      '4 people had errors during the call, which ended no stay.',
    );
  });

  it('is a removal beside an error that the participant had got over', () => {
    assert.equal(
      beside(stay('A', at(1), at(7, 32), failed(53001, { end_reason: 'disconnected_via_api' }))),
      '“A” was disconnected through the API at 10:07, after 6 min 32 sec. “A” had 53001, signaling connection disconnected, during the call.',
    );
  });
});

describe('The error of several stays', () => {
  const of = (...more: Json[]) =>
    mostCommonError(
      call(
        over,
        more.map((one, n) => stay(`p${n}`, at(1), at(10 + n), one)),
      ).stays,
    );
  const media = '53405, media connection failed';

  it('is that of all, of most, or the only most common one', () => {
    assert.deepEqual(of(), {});
    assert.deepEqual(of(failed(53405), failed(53405)), { all: media });
    assert.deepEqual(of(failed(53405), failed(53405), failed(53001)), { majority: media });
    assert.deepEqual(of(failed(53405), failed(53001)), {});
    assert.deepEqual(of(failed(53405), failed(53405), failed(53001), failed(53002)), { first: media });
  });

  it('may be a reason', () => {
    const lost = { end_reason: 'connection_lost' };
    assert.deepEqual(of(lost, lost), { all: 'the reason “connection lost”' });
    assert.deepEqual(of(lost, { end_reason: 'ping timed out' }), {});
  });
});
