import { t } from '@vscode/l10n';
import { once } from './once.ts';

/** Formats numbers, counted things and lists in a language. */
export class CountFormat {
  /** BCP 47, for example `en` or `pt-br`. */
  readonly locale: string;
  readonly #number = once(() => new Intl.NumberFormat(this.locale));
  readonly #rough = once(() => new Intl.NumberFormat(this.locale, { maximumSignificantDigits: 2 }));
  readonly #percent = once(() => new Intl.NumberFormat(this.locale, { style: 'percent' }));
  readonly #list = once(() => new Intl.ListFormat(this.locale));
  readonly #plural = once(() => new Intl.PluralRules(this.locale));

  constructor(locale: string) {
    this.locale = locale;
  }

  /** "a, b, and c". */
  list(parts: readonly string[]): string {
    return this.#list().format(parts);
  }

  /** An estimate, rounded to two significant digits. */
  roughly(value: number): string {
    return this.#rough().format(value);
  }

  /** A number with the separators of the language. */
  number(value: number): string {
    return this.#number().format(value);
  }

  /** A share of 1 in percent. */
  percent(share: number): string {
    return this.#percent().format(share);
  }

  /** "1 room", "1,204 rooms". */
  rooms(value: number): string {
    const args = [this.number(value)];
    return this.plural(value, {
      one: t('{0} room', ...args),
      many: t({ message: '{0} rooms', comment: ['for whole millions'], args }),
      other: t('{0} rooms', ...args),
    });
  }

  /** "41 of 1,204 rooms". */
  roomsOf(part: number, value: number): string {
    const args = [this.number(part), this.number(value)];
    return this.plural(value, {
      one: t('{0} of {1} room', ...args),
      many: t({ message: '{0} of {1} rooms', comment: ['for whole millions'], args }),
      other: t('{0} of {1} rooms', ...args),
    });
  }

  /** "1 participant", "7 participants". */
  participants(value: number): string {
    const args = [this.number(value)];
    return this.plural(value, {
      one: t('{0} participant', ...args),
      many: t({ message: '{0} participants', comment: ['for whole millions'], args }),
      other: t('{0} participants', ...args),
    });
  }

  /** "1 person", "3 people". */
  people(value: number): string {
    const args = [this.number(value)];
    return this.plural(value, {
      one: t('{0} person', ...args),
      many: t({ message: '{0} people', comment: ['for whole millions'], args }),
      other: t('{0} people', ...args),
    });
  }

  /** A cost in requests: "1 request", "about 40 requests". */
  requests(value: number): string {
    return value === 1 ? t('1 request') : t('about {0} requests', this.number(value));
  }

  /**
   * Picks the plural form for a number in the display language. English has `one` and `other`; Spanish and
   * Portuguese have a form for whole millions (`many`), Japanese has one form.
   */
  plural(value: number, { one, many, other }: PluralForms): string {
    switch (this.#plural().select(value)) {
      case 'one':
        return one;
      case 'many':
        return many ?? other;
      default:
        return other;
    }
  }
}

/** A text in each plural form. */
export interface PluralForms {
  readonly one: string;
  /** For 1,000,000, 2,000,000…: "2.000.000 de salas". Defaults to `other`. */
  readonly many?: string;
  readonly other: string;
}
