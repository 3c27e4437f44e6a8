import { foldTyped } from '../../text/typed/foldTyped.ts';

/** Words of time as patterns of regular expressions, folded by `foldTyped`. */
interface Words {
  readonly now: string;
  readonly today: string;
  readonly yesterday: string;
  readonly dayBefore: string;
  /** Before a number of units that end now. */
  readonly last: string;
  /** Before, or after, the start of a range that ends now. */
  readonly since: string;
  /** Before the start of a range that has an end. */
  readonly from: string;
  /** Before two times that `and` joins. */
  readonly between: string;
  readonly and: string;
  /** Between start and end. */
  readonly to: string;
  /** Before a day, and before a time of day. */
  readonly on: string;
  readonly at: string;
  readonly am: string;
  readonly pm: string;
  /** After a time from the evening to the early morning. */
  readonly night: string;
  readonly noon: string;
  readonly midnight: string;
}

const english: Words = {
  now: 'now',
  today: 'today',
  yesterday: 'yesterday',
  dayBefore: '(?:the )?day before yesterday',
  last: '(?:the )?(?:last|past)',
  since: 'since',
  from: 'from',
  between: 'between',
  and: 'and',
  to: 'to|until|till|through',
  on: 'on|on the|the',
  at: 'at|from',
  am: 'a\\.? ?m\\.?|in the morning',
  pm: 'p\\.? ?m\\.?|in the afternoon|in the evening',
  night: 'at night',
  noon: 'noon|midday',
  midnight: 'midnight',
};

const others: Readonly<Record<string, Words>> = {
  de: {
    now: 'jetzt',
    today: 'heute',
    yesterday: 'gestern',
    dayBefore: 'vorgestern',
    last: '(?:in )?(?:den |die |der )?(?:letzten?|vergangenen?)',
    since: 'seit|ab',
    from: 'von|vom',
    between: 'zwischen',
    and: 'und',
    to: 'bis|bis zum',
    on: 'am|den|der|vom|zum',
    at: 'um|von|gegen',
    am: 'morgens|vormittags|fruh',
    pm: 'nachmittags|mittags|abends',
    night: 'nachts',
    noon: 'mittag',
    midnight: 'mitternacht',
  },
  es: {
    now: 'ahora',
    today: 'hoy',
    yesterday: 'ayer',
    dayBefore: 'anteayer|antes de ayer|antier',
    last: '(?:las |los |la |el )?(?:ultim[oa]s?|pasad[oa]s?)',
    since: 'desde|a partir de',
    from: 'de|del|desde',
    between: 'entre',
    and: 'y',
    to: 'a|al|hasta|hasta el',
    on: 'el|el dia|dia|del|al',
    at: 'a las?|de las?|de|las?',
    am: 'a\\.? ?m\\.?|de la manana|de la madrugada',
    pm: 'p\\.? ?m\\.?|de la tarde',
    night: 'de la noche',
    noon: 'mediodia',
    midnight: 'medianoche',
  },
  pt: {
    now: 'agora',
    today: 'hoje',
    yesterday: 'ontem',
    dayBefore: 'anteontem',
    last: '(?:as |os |nas |nos |a |o )?(?:ultim[oa]s?|passad[oa]s?)',
    since: 'desde|a partir d[aeo]s?',
    from: 'de|d[ao]|das|desde',
    between: 'entre',
    and: 'e',
    to: 'a|ao|as|ate|ate o|ate as?',
    on: 'em|n[ao]|dia|no dia|o dia|d[ao]|a|o|ao',
    at: 'as?|das?|de',
    am: 'a\\.? ?m\\.?|da manha|da madrugada',
    pm: 'p\\.? ?m\\.?|da tarde',
    night: 'da noite',
    noon: '(?:o )?meio[- ]dia',
    midnight: '(?:a )?meia[- ]noite',
  },
  ja: {
    now: '今|現在',
    today: '今日|本日',
    yesterday: '昨日|きのう',
    dayBefore: '一昨日|おととい',
    last: '過去|直近|直前|最近',
    since: '以降|から',
    from: '(?!)',
    between: '(?!)',
    and: '(?!)',
    to: 'から|より',
    on: '(?!)',
    at: '(?!)',
    am: '午前|朝|am',
    pm: '午後|夕方|pm',
    night: '夜|深夜',
    noon: '正午',
    midnight: '(?!)',
  },
};

/** How people write times in a language; all of it is read in English too. */
export interface LanguageWords {
  /** Tests whole texts. */
  readonly is: { readonly [word in 'now' | 'today' | 'yesterday' | 'dayBefore']: RegExp };
  /** Patterns of the words, of this language or English, in one group each. */
  readonly word: Words;
  /** The order of numbers in "11/12"; undefined where people write both. */
  readonly order: 'dayMonth' | 'monthDay' | undefined;
  /** Whether "14h" is a time of day and not a length: half past two is "14h30" there. */
  readonly clockIsH: boolean;
  /** Names of each month and weekday, long and short; January and Sunday come first. */
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
}

const cache = new Map<string, LanguageWords>();

/** @param locale BCP 47; another language than those of the extension counts as English */
export function languageWords(locale: string): LanguageWords {
  const words = cache.get(locale) ?? readLanguage(locale);
  cache.set(locale, words);
  return words;
}

function readLanguage(locale: string): LanguageWords {
  const { language, region } = new Intl.Locale(locale);
  const own = others[language];
  const keys = Object.keys(english) as (keyof Words)[];
  const word = Object.fromEntries(
    keys.map((key) => [key, `(?:${own ? `${own[key]}|` : ''}${english[key]})`]),
  ) as { [key in keyof Words]: string };
  const whole = (key: keyof Words) => new RegExp(`^${word[key]}$`, 'u');
  const names = (styles: readonly Intl.DateTimeFormatOptions[], times: readonly number[]) => {
    const formats = [locale, 'en'].flatMap((one) =>
      styles.map((style) => new Intl.DateTimeFormat(one, { ...style, timeZone: 'UTC' })),
    );
    return times.map((time) => formats.map((format) => foldTyped(format.format(time)).replace(/\.$/, '')));
  };
  return {
    is: {
      now: whole('now'),
      today: whole('today'),
      yesterday: whole('yesterday'),
      dayBefore: whole('dayBefore'),
    },
    word,
    order: orderOf(language, region),
    clockIsH: language === 'pt' || language === 'es',
    months: names(
      [{ month: 'long' }, { month: 'short' }],
      Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month)),
    ),
    // 1 November 2026 is a Sunday.
    weekdays: names(
      [{ weekday: 'long' }, { weekday: 'short' }],
      Array.from({ length: 7 }, (_, weekday) => Date.UTC(2026, 10, 1 + weekday)),
    ),
  };
}

/** In English both orders are common, unless the locale names a country. */
function orderOf(language: string, region: string | undefined): LanguageWords['order'] {
  if (language === 'ja') return 'monthDay';
  if (language in others) return 'dayMonth';
  if (region === undefined || language !== 'en') return undefined;
  return region === 'US' ? 'monthDay' : 'dayMonth';
}
