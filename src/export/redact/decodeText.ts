import { type MappedText, TextMapper, unmapped } from './mappedText.ts';

/** A way to write characters as escape sequences; each sequence is one character or one half of it. */
interface Encoding {
  readonly pattern: RegExp;
  /** The character, or undefined if the sequence is none. */
  readonly decode: (all: string, groups: readonly (string | undefined)[]) => string | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const maxCodePoint = 0x10ffff;

/** RFC 3986 in UTF-8; single bytes of Latin-1 and `%u00E9`, which old browsers write. */
const percent: Encoding = {
  pattern:
    /%u([\da-f]{4})|%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}|%[89a-f][\da-f]/gi,
  decode: (all, [unit]) => {
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    const bytes = Uint8Array.from(all.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
    try {
      return utf8.decode(bytes);
    } catch {
      return String.fromCharCode(...bytes);
    }
  },
};

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hyphen: '-',
  shy: '\u00ad',
  period: '.',
  comma: ',',
  commat: '@',
  plus: '+',
  lowbar: '_',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  inodot: 'ı',
  lstrok: 'ł',
  Lstrok: 'Ł',
  dstrok: 'đ',
  Dstrok: 'Đ',
};
/** `&eacute;`, `&uuml;`: a letter and its accent, which is ignored in comparing. */
const accented = /^([a-z])(?:grave|acute|circ|tilde|uml|cedil|ring|caron|breve|macr|ogon|dot|dblac)$/i;

const html: Encoding = {
  pattern: /&(?:#(\d{1,8})|#x([\da-f]{1,6})|([a-z]{2,10}));?/gi,
  decode: (_, [decimal, hexadecimal, name = '']) => {
    if (decimal !== undefined) return characterOf(Number(decimal));
    if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16));
    return Object.hasOwn(named, name) ? named[name] : accented.exec(name)?.[1];
  },
};

const control: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** JSON, and what JavaScript and Python write beyond it. */
const json: Encoding = {
  pattern: /\\(?:u([\da-f]{4})|x([\da-f]{2})|u\{([\da-f]{1,6})\}|(["'\\/bfnrt]))/gi,
  decode: (_, [unit, byte, point, sign = '']) => {
    const hexadecimal = unit ?? byte;
    if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
    return point === undefined ? (control[sign] ?? sign) : characterOf(Number.parseInt(point, 16));
  },
};

const encodings = [percent, html, json];
const anyEscape = /[%&\\]/;
/** Texts encoded more often, and in more ways, do not occur by accident. */
const maxReadings = 24;

function characterOf(point: number): string | undefined {
  return point <= maxCodePoint ? String.fromCodePoint(point) : undefined;
}

/** A way to read a text: the encodings to decode, one after another. */
export type Reading = readonly Encoding[];

/**
 * The text and everything that it can be decoded to: percent-encoding, HTML and JSON, also one within
 * another. The text itself comes first.
 */
export function readingsOf(text: string): ReadonlyMap<string, Reading> {
  const readings = new Map<string, Reading>([[text, []]]);
  if (!anyEscape.test(text)) return readings;
  for (const [known, reading] of readings) {
    for (const encoding of encodings) {
      if (readings.size >= maxReadings) return readings;
      const decoded = known.replaceAll(
        encoding.pattern,
        (all, ...groups) => encoding.decode(all, groups) ?? all,
      );
      if (!readings.has(decoded)) readings.set(decoded, [...reading, encoding]);
    }
  }
  return readings;
}

/** A text read in one of these ways, with the position of each code unit in the text. */
export function mapReading(text: string, reading: Reading): MappedText {
  let source = unmapped(text);
  for (const { pattern, decode } of reading) {
    const mapper = new TextMapper(source);
    let copied = 0;
    for (const found of source.text.matchAll(pattern)) {
      const { 0: all, index } = found;
      const character = decode(all, found.slice(1));
      if (character === undefined) continue;
      mapper.add(source.text.slice(copied, index), copied);
      mapper.addAsOne(character, index, index + all.length);
      copied = index + all.length;
    }
    mapper.add(source.text.slice(copied), copied);
    source = mapper.end();
  }
  return source;
}
