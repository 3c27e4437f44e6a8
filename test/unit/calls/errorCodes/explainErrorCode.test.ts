import assert from 'node:assert/strict';
import {
  errorPage,
  explainErrorCode,
  explainedCodes,
} from '../../../../src/calls/errorCodes/explainErrorCode.ts';

/** The codes of Twilio’s error dictionary that a room or a participant can have. */
const documented = [
  ...[20101, 20102, 20103, 20104, 20105, 20106, 20107, 20151, 20155, 20156, 20157],
  ...[53000, 53001, 53002, 53003, 53004, 53006],
  ...[53100, 53101, 53102, 53103, 53104, 53105, 53106, 53118, 53119, 53126],
  ...[53200, 53201, 53202, 53203, 53204, 53205, 53206, 53216],
  ...[53300, 53301, 53302, 53303, 53304, 53305],
  ...[53400, 53401, 53402, 53403, 53404, 53405, 53407, 53408, 53500, 53501],
];

describe('Twilio’s error codes', () => {
  it('are explained without a network, each in its own words', () => {
    for (const code of documented) assert.ok(explainedCodes.includes(code), `${code} is not explained`);
    const byName = new Map<string, number[]>();
    for (const code of explainedCodes) {
      const words = explainErrorCode(code);
      assert.ok(words);
      assert.match(words.name, /^[^.]{5,50}$/, String(code));
      assert.match(words.meaning, /^\p{Lu}.*\.$/su, String(code));
      assert.match(words.check, /^\p{Lu}.*\.?$/su, String(code));
      byName.set(words.name, [...(byName.get(words.name) ?? []), code]);
    }
    // Twilio has two codes for a token whose validity has not begun.
    const shared = [...byName.values()].filter((codes) => codes.length > 1);
    assert.deepEqual(shared, [[20105, 20155]]);
    assert.deepEqual(explainedCodes, documented);
    assert.equal(explainErrorCode(53405)?.name, 'media connection failed');
  });

  it('have no words where none are known', () => {
    for (const code of [0, 1, 59999, -53405, 53405.5, Number.NaN]) {
      assert.equal(explainErrorCode(code), undefined);
      assert.equal(explainErrorCode(code, true), undefined);
    }
  });

  it('mean something else where clients send media to each other, under the same name', () => {
    const differing = explainedCodes.filter(
      (code) => explainErrorCode(code, true)?.meaning !== explainErrorCode(code)?.meaning,
    );
    assert.deepEqual(differing, [53404, 53405]);
    for (const code of explainedCodes) {
      const direct = explainErrorCode(code, true);
      assert.ok(direct);
      assert.equal(direct.name, explainErrorCode(code)?.name);
      assert.doesNotMatch(
        differing.includes(code) ? `${direct.meaning} ${direct.check}` : '',
        /media server/i,
        'there are none in such a room',
      );
    }
    assert.match(explainErrorCode(53405)?.check ?? '', /media servers/);
    assert.match(explainErrorCode(53405, true)?.check ?? '', /the other end/);
  });

  it('lead to Twilio and nowhere else', () => {
    const built = 'https://www.twilio.com/docs/api/errors/53405';
    const other = 'https://www.twilio.com/docs/errors/53405';
    assert.equal(errorPage(53405), built);
    assert.equal(errorPage(53405, other), other);
    for (const given of [
      'http://www.twilio.com/docs/api/errors/53405',
      'https://twilio.com.example.org/53405',
      'https://user@twilio.com/53405',
      'javascript:alert(53405)',
      'https://www.twilio.com/docs/api/errors/0',
      'null',
      '',
    ]) {
      assert.equal(errorPage(53405, given), built, given);
    }
    for (const code of [0, -1, 1.5, 1e300, Number.NaN]) assert.equal(errorPage(code, other), undefined);
  });
});
