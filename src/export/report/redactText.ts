import { hasLabel } from '../../text/enumLabels.ts';

/** Names that say nothing of a person, and without which devices could not be told from each other. */
const technical =
  /^(twilio|video|twilio-video.*|js|ios|ipad|iphone|android|windows|mac|macos|linux|web|chrome|firefox|safari|edge|apple|google|samsung|sdk|api|room|participant|user|guest|host)$/i;
const versionLike = /^[\d.\s_-]*$/;
/** Shorter names occur in other words by chance: they are replaced only as words of their own. */
const minLength = 5;
/** What is beyond is not looked through; nothing that is shown reaches that far. */
const maxLength = 10_000;

/** Replaces names in texts that somebody else wrote, such as an end reason: each by what it is to be called. */
export class TextRedactor {
  readonly #names: readonly (readonly [RegExp, string])[];
  /** The same few texts come again and again. */
  readonly #seen = new Map<string, string>();

  /** @param names what is not to be read, and what stands in its place */
  constructor(names: ReadonlyMap<string, string>) {
    this.#names = [...names]
      .map(([name, instead]) => [name.trim(), instead] as const)
      .filter(([name]) => name !== '' && !technical.test(name))
      .sort(([one], [other]) => other.length - one.length)
      .map(([name, instead]) => [patternFor(name), instead]);
  }

  /** The text without the names. Words of Twilio's own and versions are left alone. */
  without(text: string): string {
    if (hasLabel(text) || versionLike.test(text)) return text;
    const seen = this.#seen.get(text);
    if (seen !== undefined) return seen;
    let left = text.slice(0, maxLength);
    for (const [name, instead] of this.#names) left = left.replace(name, () => instead);
    this.#seen.set(text, left);
    return left;
  }
}

/** The name in any case, and whatever stands between its words: `anna_lena` is "Anna Lena" too. */
function patternFor(name: string): RegExp {
  const literal = name
    .split(/([\s_-]+)/)
    .map((part, at) => (at % 2 === 1 ? '[\\s_-]+' : literally(part)))
    .join('');
  return name.length >= minLength
    ? new RegExp(literal, 'giu')
    : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
}
