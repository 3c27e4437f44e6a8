import { codeOfReason } from '../../calls/analysis/reasonCodes.ts';
import { hasLabel } from '../../text/enumLabels.ts';
import { truncate } from '../../unicode/truncate.ts';
import { comparableName, comparableText, mapComparableText } from './comparableText.ts';
import { mapReading, readingsOf } from './decodeText.ts';
import { isCommonName, isKnownWord, productNames } from './knownWords.ts';
import { type Found, PhoneBook, phoneNumbersIn } from './phoneNumbers.ts';

/** Shorter names occur in other words by chance: they are replaced only as whole words. */
const minLength = 5;
/** Text beyond this length is cut off; no displayed text is that long. */
const maxLength = 10_000;

/** The part of a text that shows whether a name in it is meant, in code units. */
const contextLength = 20;

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const letter = /[\p{L}\p{M}]/u;
const digit = /\d/;
const onlyDigits = /^\d+$/;
/** Scripts without spaces between words, or with endings at the names. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const quoteBefore = /["'“„«「‘]$/u;
const quoteAfter = /^["'”“»」’]/u;
const labelBefore = /\bidentity["']?\s*[:=]?\s*["']?$/i;

interface Name {
  readonly replacement: string;
  /** Whether it is found in other texts too, see `isCommonName`. */
  readonly common: boolean;
}

/** A part of a text to replace. */
interface Match extends Name {
  readonly start: number;
  readonly end: number;
}

/**
 * Redacts names in free text, such as an end reason: each is replaced by its pseudonym, however it is written
 * (in any case, encoded, with any separators, a telephone number in any grouping). A name that is a common
 * word or a number is replaced only in quotation marks or after "identity".
 */
export class TextRedactor {
  /** By the name as `comparableName` makes it. */
  readonly #names = new Map<string, Name>();
  /** The lengths of the names that begin with the same characters. */
  readonly #lengths = new Map<number, Set<number>>();
  readonly #phones = new PhoneBook<Name>();
  /** Cache: the same few texts occur repeatedly. */
  readonly #cache = new Map<string, string>();

  /** @param names the names to redact, with their replacements; of two that look alike the first one counts */
  constructor(names: Iterable<readonly [name: string, replacement: string]>) {
    const given = [...names];
    const replacements = new Set(given.map(([, replacement]) => comparableName(replacement)));
    for (const [name, replacement] of given) {
      for (const text of readingsOf(name).keys()) {
        const comparable = comparableName(text);
        if (comparable === '' || this.#names.has(comparable)) continue;
        // An identity that looks like the pseudonym of somebody else must not remain.
        const common = isCommonName(comparable) && !replacements.has(comparable);
        this.#add(comparable, { replacement, common });
      }
      for (const digits of phoneNumbersIn(name)) this.#phones.add(digits, { replacement, common: false });
    }
  }

  #add(comparable: string, name: Name): void {
    this.#names.set(comparable, name);
    const key = keyOf(comparable, 0);
    const lengths = this.#lengths.get(key);
    if (lengths) lengths.add(comparable.length);
    else this.#lengths.set(key, new Set([comparable.length]));
  }

  /** Redacts a text. Texts of Twilio's own stay. Nothing that is put in is looked through again. */
  redact(text: string): string {
    const cached = this.#cache.get(text);
    if (cached !== undefined) return cached;
    // A name at the place of the cut would be cut in two and not be found.
    const examined = truncate(text, 2 * maxLength);
    const matches = this.#names.size === 0 ? [] : this.#matchesIn(examined);
    const stays = matches.length === 0 || hasLabel(text) || codeOfReason(text) !== undefined;
    const redacted = truncate(stays ? examined : replaceAll(examined, matches), maxLength);
    this.#cache.set(text, redacted);
    return redacted;
  }

  #matchesIn(text: string): Match[] {
    return [...readingsOf(text)].flatMap(([decoded, reading]) => {
      // The usual case: positions are worked out only if there is something to find.
      const found = this.#find(comparableText(decoded));
      const [first] = found;
      if (!first) return [];
      const { text: comparable, from } = mapComparableText(mapReading(text, reading));
      const placed = this.#find(comparable);
      // Without a position, nothing of the text can be told.
      if (placed.length < found.length) return [{ start: 0, end: text.length, ...first.value }];
      const matches = placed.map(({ start, end, value }) => ({
        start: from[start] ?? 0,
        end: from[end] ?? text.length,
        comparable: comparable.slice(start, end),
        ...value,
      }));
      return matches.filter((match) => isMeant(match, text));
    });
  }

  #find(comparable: string): Found<Name>[] {
    return [...this.#namesIn(comparable), ...this.#phones.find(comparable)];
  }

  *#namesIn(text: string): Iterable<Found<Name>> {
    let products: readonly (readonly [from: number, to: number])[] | undefined;
    for (let start = 0; start < text.length; start++) {
      for (const length of this.#lengths.get(keyOf(text, start)) ?? []) {
        const end = start + length;
        const value = end > text.length ? undefined : this.#names.get(text.slice(start, end));
        if (!value || !isOfItsOwn(text, start, end)) continue;
        products ??= [...text.matchAll(productNames)].map((one) => [one.index, one.index + one[0].length]);
        if (!products.some(([from, to]) => from <= start && end <= to)) yield { start, end, value };
      }
    }
  }
}

const space = 0x20;

/** The first two code units in one number; a name of one is followed by a space or by nothing. */
function keyOf(text: string, start: number): number {
  const next = start + 1 < text.length ? text.charCodeAt(start + 1) : space;
  return text.charCodeAt(start) * 0x1_00_00 + next;
}

/** Whether the name is meant by what was found, and not a word or a version. */
function isMeant({ start, end, comparable, common }: Match & { comparable: string }, text: string): boolean {
  const [before, after] = [text.slice(Math.max(0, start - contextLength), start), text.slice(end, end + 2)];
  if (common && !isSetOff(before, after)) return false;
  return !(onlyDigits.test(comparable) && isPartOfVersion(before, after));
}

/** Whether a name that was found is no chance part of a longer word or number. */
function isOfItsOwn(text: string, start: number, end: number): boolean {
  const [before, first] = [text[start - 1] ?? ' ', text[start] ?? ''];
  const [last, after] = [text[end - 1] ?? '', text[end] ?? ' '];
  if (!wordCharacter.test(before) && !wordCharacter.test(after)) return true;
  if (digit.test(first) && digit.test(before)) return false;
  if (digit.test(last) && digit.test(after)) return false;
  const length = end - start;
  if (length > 1 && withoutSpaces.test(first) && withoutSpaces.test(last)) return true;
  return length >= minLength && !isKnownWord(wordAround(text, start, end));
}

/** The letters of which a part was found. */
function wordAround(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (letter.test(text[from - 1] ?? '')) from--;
  while (letter.test(text[to] ?? '')) to++;
  return text.slice(from, to);
}

function isSetOff(before: string, after: string): boolean {
  return (quoteBefore.test(before) && quoteAfter.test(after)) || labelBefore.test(before);
}

/** "10.0.19041.1". */
function isPartOfVersion(before: string, after: string): boolean {
  return /\d\.$/.test(before) || /^\.\d/.test(after);
}

/** Parts that overlap are replaced together, by what stands for the longest of them. */
function replaceAll(text: string, matches: readonly Match[]): string {
  const sorted = [...matches].sort((one, other) => one.start - other.start || other.end - one.end);
  let redacted = '';
  let at = 0;
  for (let index = 0; index < sorted.length; ) {
    const first = sorted[index] as Match;
    let [longest, end] = [first, first.end];
    for (index++; index < sorted.length; index++) {
      const next = sorted[index] as Match;
      if (next.start >= end) break;
      if (next.end - next.start > longest.end - longest.start) longest = next;
      end = Math.max(end, next.end);
    }
    redacted += text.slice(at, first.start) + longest.replacement;
    at = end;
  }
  return redacted + text.slice(at);
}
