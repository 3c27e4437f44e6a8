import assert from 'node:assert/strict';
import { foldAccents, foldText } from '../../../src/unicode/foldText.ts';

describe('Text that is compared', () => {
  for (const [kind, one, other] of [
    ['case', 'Alice', 'aLICE'],
    ['the dotted and the dotless i', 'İstanbul', 'istanbul'],
    ['the dotted and the dotless i', 'ISTANBUL', 'ıstanbul'],
    ['sharp s', 'straße', 'STRASSE'],
    ['capital sharp s', 'STRAẞE', 'strasse'],
    ['width', 'Ｒｏｏｍ　１', 'room 1'],
    ['width of kana', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['composition', 'Zoe\u0308', 'ZOË'],
    ['composition of Hangul', '김', '김'.normalize('NFD')],
    ['final sigma', 'ΟΔΟΣ', 'οδος'],
    ['final sigma', 'οδοσ', 'οδος'],
    ['ligatures', 'ﬁne', 'FINE'],
  ] as const) {
    it(`is the same without regard to ${kind}: ${one}, ${other}`, () => {
      assert.equal(foldText(one), foldText(other));
    });
  }

  it('is the same letter by letter, so that a part of a name is found in it', () => {
    const text = 'İstanbul STRAẞE ΟΔΟΣ Zoë';
    assert.equal([...text].map(foldText).join(''), foldText(text));
  });

  it('has accents, unless they are to be ignored', () => {
    assert.notEqual(foldText('Équipe'), foldText('equipe'));
    assert.equal(foldAccents('Équipe Ёж Άλφα'), foldAccents('equipe еж αλφα'));
    assert.notEqual(foldAccents('か'), foldAccents('が'));
  });

  it('keeps the marks that are letters of their own', () => {
    assert.notEqual(foldText('か'), foldText('が'));
    assert.ok(!foldText('が').includes(foldText('か')));
    assert.notEqual(foldText('हिंदी'), foldText('हद'));
  });
});
