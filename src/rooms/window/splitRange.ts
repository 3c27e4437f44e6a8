import type { LanguageWords } from './languageWords.ts';

/** A range without the words before it. */
export interface RangeStart {
  readonly text: string;
  /** It ends now. */
  readonly since: boolean;
  /** Its two times are joined by "and". */
  readonly between: boolean;
}

/** The ways to read the beginning of a text: as it is, after "from", "since" or "between". */
export function startsOf(text: string, { word }: LanguageWords): RangeStart[] {
  const without = (key: 'from' | 'since' | 'between') => {
    const rest = text.replace(new RegExp(`^${word[key]} `, 'u'), '');
    return rest === text ? undefined : rest;
  };
  const [from, sinceThen, between] = [without('from'), without('since'), without('between')];
  const after = /^(.+?)(?:以降|から)$/u.exec(text)?.[1];
  return [
    ...(sinceThen === undefined ? [{ text, since: false, between: false }] : []),
    ...(from === undefined || from === sinceThen ? [] : [{ text: from, since: false, between: false }]),
    ...(sinceThen === undefined ? [] : [{ text: sinceThen, since: true, between: false }]),
    ...(after === undefined ? [] : [{ text: after, since: true, between: false }]),
    ...(between === undefined ? [] : [{ text: between, since: false, between: true }]),
  ];
}

/** The text in two parts, cut at each separator that may stand between start and end. */
export function* splitRange(
  text: string,
  between: boolean,
  { word }: LanguageWords,
): Generator<readonly [string, string]> {
  const separators = between
    ? [` ${word.and} `]
    : [' ?[–—~〜→] ?', ' ?\\.\\.+ ?', ' - ', '-', ` ${word.to} `, '(?:から|より) ?', ' ?/ ?'];
  for (const separator of separators) {
    for (const { index, 0: found } of text.matchAll(new RegExp(separator, 'gu'))) {
      const left = text.slice(0, index);
      const right = text.slice(index + found.length).replace(/まで$/u, '');
      if (separates(found, left, right)) yield [left, right];
    }
  }
}

function separates(found: string, left: string, right: string): boolean {
  switch (found) {
    case '-':
      // The offset of an ISO 8601 time.
      return !(/t\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(left) && /^(?:0\d|1[0-4]):?\d\d$/.test(right));
    case '/':
      // "11/12" is a date; ISO 8601 has the sign between whole dates and times.
      return /:\d\d(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?$|\d{4}-\d\d?-\d\d?$/.test(left);
    default:
      return true;
  }
}
