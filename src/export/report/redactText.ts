import { hasLabel } from '../../text/enumLabels.ts';

/** Names that identify no person, and without which devices could not be told apart. */
const technical =
  /^(twilio|video|twilio-video.*|js|ios|ipad|iphone|android|windows|mac|macos|linux|web|chrome|firefox|safari|edge|apple|google|samsung|sdk|api|room|participant|user|guest|host)$/i;
const versionLike = /^[\d.\s_-]*$/;
/** Shorter names occur in other words by chance: they are replaced only as whole words. */
const minLength = 5;
/** Text beyond this length is cut off; no displayed text is that long. */
const maxLength = 10_000;

/** Redacts names in free text, such as an end reason: each is replaced by its pseudonym. */
export class TextRedactor {
  /** All names at once, a group each: what is put in for one is never looked through for another. */
  readonly #pattern: RegExp | undefined;
  readonly #replacements: readonly string[];
  /** Cache: the same few texts occur repeatedly. */
  readonly #cache = new Map<string, string>();

  /** @param names the names to redact, with their replacements */
  constructor(names: ReadonlyMap<string, string>) {
    const redacted = [...names]
      .map(([name, replacement]) => [name.trim(), replacement] as const)
      .filter(([name]) => name !== '' && !technical.test(name))
      .sort(([one], [other]) => other.length - one.length);
    const groups = redacted.map(([name]) => `(${patternFor(name)})`);
    this.#pattern = groups.length > 0 ? new RegExp(groups.join('|'), 'giu') : undefined;
    this.#replacements = redacted.map(([, replacement]) => replacement);
  }

  /** Redacts a text. Terms of Twilio's own and versions stay. */
  redact(text: string): string {
    if (hasLabel(text) || versionLike.test(text)) return text;
    const cached = this.#cache.get(text);
    if (cached !== undefined) return cached;
    const shown = text.slice(0, maxLength);
    const redacted = this.#pattern
      ? shown.replace(this.#pattern, (found: string, ...groups: unknown[]) => {
          const name = groups.slice(0, this.#replacements.length).findIndex((group) => group !== undefined);
          return this.#replacements[name] ?? found;
        })
      : shown;
    this.#cache.set(text, redacted);
    return redacted;
  }
}

/** Matches a name in any case and with any separator between its words: `anna_lena` is "Anna Lena" too. */
function patternFor(name: string): string {
  const literal = name
    .split(/([\s_-]+)/)
    .map((part, index) => (index % 2 === 1 ? '[\\s_-]+' : escapeRegExp(part)))
    .join('');
  return name.length >= minLength ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
}
