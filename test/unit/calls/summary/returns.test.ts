import assert from 'node:assert/strict';
import { cameBack, returnsInText, withReturns } from '../../../../src/calls/summary/returns.ts';
import { at, call, failed, format, live, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
const dropped = (name: string, minute: number) => stay(name, at(1), at(minute, 17), failed(53001));
const back = (name: string) => stay(name, at(30), at(40));

/** What is said of those who dropped. */
function told(room: Json, ...people: Json[]): string {
  const analysis = call(room, people);
  return returnsInText(
    analysis.stays.filter(({ outcome }) => outcome === 'dropped'),
    analysis,
    format,
  );
}

describe('Who came back', () => {
  it('is named of two, and counted of more', () => {
    const two = [dropped('Alice', 10), dropped('Bob', 11)];
    assert.equal(told(over, ...two), 'Neither came back.');
    assert.equal(told(over, ...two, back('Alice')), 'Alice came back, Bob did not.');
    assert.equal(told(over, ...two, back('Bob')), 'Bob came back, Alice did not.');
    assert.equal(told(over, ...two, back('Alice'), back('Bob')), 'Both came back.');
    const three = [...two, dropped('Carol', 12)];
    assert.equal(told(over, ...three), 'None of them came back.');
    assert.equal(told(over, ...three, back('Bob')), '1 of them came back, 2 did not.');
    assert.equal(told(over, ...three, ...['Alice', 'Bob', 'Carol'].map(back)), 'All of them came back.');
  });

  it('is not known in a live room until all have', () => {
    const two = [dropped('Alice', 10), dropped('Bob', 11)];
    assert.equal(told(live, ...two), '');
    assert.equal(told(live, ...two, back('Alice')), '');
    assert.equal(told(live, ...two, back('Alice'), back('Bob')), 'Both came back.');
  });

  it('is nobody who was refused afterwards', () => {
    const two = [dropped('Alice', 10), dropped('Bob', 11)];
    const refused = stay('Alice', at(30), at(30), failed(53106));
    assert.equal(told(over, ...two, refused), 'Neither came back.');
  });

  it('is somebody with another connection that went on', () => {
    const gone = dropped('Alice', 10);
    const of = (room: Json, ...people: Json[]) => {
      const analysis = call(room, [gone, ...people]);
      const [lane] = analysis.lanes;
      const one = lane?.stays.find(({ key }) => key === gone.participant_sid);
      return lane && one && cameBack(one, lane, analysis);
    };
    assert.equal(of(over), false);
    assert.equal(of(over, stay('Alice', at(0), at(20))), true);
    assert.equal(of(over, stay('Alice', at(0), at(9))), false);
    assert.equal(of(over, stay('Alice', at(12), at(20))), true);
    assert.equal(of(over, stay('Bob', at(12), at(20))), false);
    assert.equal(of(over, stay('Alice', at(12), null, { join_time: null })), true);
    assert.equal(of(live), true, 'may yet come');
  });

  it('follows a sentence, or nothing does', () => {
    const people = [dropped('Alice', 10), dropped('Bob', 11)];
    const [over1, live1] = [call(over, people), call(live, people)];
    assert.equal(
      withReturns('Both dropped.', over1.stays, over1, format),
      'Both dropped. Neither came back.',
    );
    assert.equal(withReturns('Both dropped.', live1.stays, live1, format), 'Both dropped.');
  });
});
