/** Twilio's identity of a telephone, with or without the scheme of an address. */
const address = /^(?:[a-z]+:)?(\+?[\d\s().\-/]+)(?:@.*)?$/i;
const international = /\+\d[\d\s().\-/]{5,}\d/g;
/** E.164: at most 15 digits; with a prefix for international calls ("00", "011") some more. */
const maxDigits = 18;
/** So many digits are compared: a number without country or area is the same number. */
const minDigits = 7;
const digitGroups = /\d+(?: \d+)*/g;

/** The digits of the telephone numbers in a name: of a number that is the name, or that begins with "+". */
export function phoneNumbersIn(name: string): string[] {
  const whole = address.exec(name.trim())?.[1];
  const found = whole === undefined ? (name.match(international) ?? []) : [whole];
  return found.map(significantDigits).filter(({ length }) => length >= minDigits && length <= maxDigits);
}

/** What was found in a text, from `start` to `end`. */
export interface Found<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** Finds telephone numbers however they are grouped, and with or without country and area. */
export class PhoneBook<Value> {
  readonly #byEnding = new Map<string, { readonly digits: string; readonly value: Value }[]>();

  add(digits: string, value: Value): void {
    const ending = digits.slice(-minDigits);
    const others = this.#byEnding.get(ending);
    if (others) others.push({ digits, value });
    else this.#byEnding.set(ending, [{ digits, value }]);
  }

  /** @param comparable a text with one space between its words */
  find(comparable: string): Found<Value>[] {
    if (this.#byEnding.size === 0) return [];
    return [...comparable.matchAll(digitGroups)].flatMap(({ 0: run, index }) => this.#findInRun(run, index));
  }

  /** Beside the number there may be others, such as an error code: each sequence of groups is tried. */
  #findInRun(run: string, offset: number): Found<Value>[] {
    const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, index }));
    const found: Found<Value>[] = [];
    for (const [first, { index }] of groups.entries()) {
      let digits = '';
      for (const group of groups.slice(first, first + maxDigits)) {
        digits += group.digits;
        if (digits.length > maxDigits) break;
        const value = this.#valueOf(digits);
        if (value === undefined) continue;
        const end = offset + group.index + group.digits.length;
        found.push({ start: offset + index, end, value });
      }
    }
    return found;
  }

  #valueOf(given: string): Value | undefined {
    if (given.length < minDigits) return undefined;
    const digits = significantDigits(given);
    const known = this.#byEnding.get(digits.slice(-minDigits));
    return known?.find((one) => one.digits.endsWith(digits) || digits.endsWith(one.digits))?.value;
  }
}

/** Without the zeros that stand for a country or a trunk. */
function significantDigits(text: string): string {
  return text.replaceAll(/\D/g, '').replace(/^0+/, '');
}
