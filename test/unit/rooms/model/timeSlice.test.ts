import assert from 'node:assert/strict';
import { withGap, without } from '../../../../src/rooms/model/timeSlice.ts';

describe('gaps', () => {
  it('that touch become one, with the later error', () => {
    const [first, second] = [new Error('first'), new Error('second')];
    const gaps = withGap([{ after: 10, before: 20, error: first }], { after: 20, before: 30, error: second });
    assert.deepEqual(gaps, [{ after: 10, before: 30, error: second }]);
    const three = withGap(gaps, { after: 40, before: 50, error: first });
    assert.deepEqual(
      three.map(({ after }) => after),
      [40, 10],
    );
  });

  it('leave of a slice what is outside', () => {
    assert.deepEqual(without({ after: 0, before: 10 }, { after: 0, before: 4 }), { after: 4, before: 10 });
    assert.deepEqual(without({ after: 0, before: 10 }, { after: 4, before: 10 }), { after: 0, before: 4 });
  });
});
