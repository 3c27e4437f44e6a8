/**
 * Text that a spreadsheet would not leave as it is: one that opens a CSV file makes a number, a date, a formula
 * or a truth value of what looks like one, in the notations of its own region.
 */

/** The longest text between quotation marks in a formula of Excel ("Specifications and limits"). */
const maxQuotedLength = 255;

/**
 * Text that starts with one of these, or its wide form, is a formula to a spreadsheet ("CSV Injection",
 * OWASP).
 */
export const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * The content of a cell that a spreadsheet shows as this text. `="007"` is a formula whose result is the text;
 * where that is impossible, an apostrophe stands before it.
 */
export function spreadsheetText(text: string): string {
  const isFormula = formulaStart.test(text);
  if (!isFormula && !looksLikeValue(text)) return text;
  if (text.length > maxQuotedLength || /\p{Cc}/u.test(text)) return `'${text}`;
  return `="${text.replaceAll('"', '""')}"`;
}

/** The digits of a whole number as the content of a cell: spreadsheets keep 15 digits of a number. */
export function spreadsheetDigits(digits: string): string {
  return digits.length > 15 ? `="${digits}"` : digits;
}

/** A number, a date or a time consists of these only. */
const valueCharacters = /^[\p{Nd}\p{L}\p{M}\p{Sc}\s.,:;/\\\-–+()%‰*^'’]+$/u;

/** Whether a spreadsheet of any region may read the text as a value. Rather once too often than not. */
function looksLikeValue(text: string): boolean {
  if (text.startsWith('#')) return true; // An error value, such as #N/A.
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (!/\p{Nd}/u.test(text)) return words.length === 1 && truthValue.test(words[0] ?? '');
  if (!valueCharacters.test(text) || !words.every(isWithinValue)) return false;
  // "H264" and "e5" are no values.
  const [first = ''] = words;
  return !/^\s*\p{L}/u.test(text) || isMonth(first) || beforeDigits.test(first);
}

function isWithinValue(word: string): boolean {
  return isMonth(word) || beforeDigits.test(word) || behindDigits.test(word);
}

/** Currencies, halves of the day and eras: they may stand before the first digit. */
const beforeDigits =
  /^(?:r|kr|rs|fr|zł|kč|ft|lei|eur|usd|gbp|chf|brl|jpy|sek|nok|dkk|pln|czk|inr|cad|aud|mxn|円|元|원|руб|令和|平成|昭和|午前|午後|上午|下午|오전|오후)$/;

/** Letters within numbers, dates and times. */
const behindDigits = /^(?:e|a|p|am|pm|h|m|s|t|z|de|uhr|utc|gmt|[年月日時时分秒년월일]+)$/;

/** TRUE and FALSE in the languages of spreadsheets that have their own words for them. */
const truthValue =
  /^(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|verdadeiro|vero|waar|onwaar|prawda|fałsz|sant|falskt|sand|falsk|tosi|epätosi|pravda|nepravda|doğru|yanlış|igaz|hamis|истина|ложь)$/;

/** How the months begin in the languages that the regions of spreadsheets are of, without accents. */
const month =
  /^(?:jan|feb|fev|mar|mrz|apr|abr|avr|mai|may|maj|maa|mag|jun|jui|jul|aug|ago|aou|sep|set|oct|okt|ott|out|nov|dec|des|dez|dic|ene|gen|giu|lug|mei|mrt|sty|lut|kwi|cze|lip|sie|wrz|paz|lis|gru|tam|hel|huh|tou|kes|hei|elo|syy|lok|mar|jou|oca|sub|nis|haz|tem|agu|eyl|eki|kas|ara|led|uno|bre|dub|kve|cvn|cvc|srp|zar|rij|pro|янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек)/;

/** "Mar", "märz", "sept": Excel also reads a month beside a number without a space, as in "SEPT2". */
function isMonth(word: string): boolean {
  return month.test(word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'));
}
