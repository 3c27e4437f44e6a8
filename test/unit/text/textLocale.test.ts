import assert from 'node:assert/strict';
import { textLocale } from '../../../src/text/textLocale.ts';

describe('The language in which times and numbers are written', () => {
  const cases: readonly (readonly [language: string, translated: boolean, locale: string])[] = [
    ['en', false, 'en'],
    ['en-GB', false, 'en-GB'],
    ['pt-br', true, 'pt-BR'],
    ['ja', true, 'ja'],
    ['fr', false, 'en'],
    ['enm', false, 'en'],
    ['no_such language', true, 'en'],
  ];
  for (const [language, translated, locale] of cases) {
    it(`is ${locale} for ${language} ${translated ? 'with' : 'without'} texts`, () => {
      assert.equal(textLocale(language, translated), locale);
    });
  }
});
