import { isSentenceWord } from './sentenceWords.ts';

/** Scripts of the languages in which we write sentences without spaces. */
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const letter = /\p{L}/u;
const digit = /\p{N}/u;

/** "Ann", "O'Brien", "Wei-Ling", "Dr.", or a word of a script without capital letters. */
const nameWord = /^(?:\p{Lu}|\p{Lt}|\p{Lo})(?:[\p{L}\p{M}'’-]|\u200c|\u200d)*$/u;
const initial = /^\p{Lu}[\p{L}\p{M}]*\.$/u;
const emoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f)+$/u;
/** Beginning and end of what could be a part of the sentence: a full stop, a bracket, a quotation mark. */
const edge = /^[^\p{L}\p{N}+@_…]|[^\p{L}\p{M}\p{N}@_…]$/u;
const telephone = /^\+\d{7,15}$/;
const camelCase = /\p{Ll}\p{Lu}/u;
const joint = /[\p{L}\p{N}][-.:/|#~=&+][\p{L}\p{N}]/u;
/** A shorter identifier could be a region or a codec, "us3", and with a digit in front an amount, "10 ms". */
const minLength = 5;
const minLengthFromDigit = 8;

/**
 * Whether a name can be told from the words of a sentence without quotation marks: "Ann", "Alice Smith",
 * "user_17", "ann@example.com". Not numbers, single letters, words in lower case, words of our own sentences
 * ("Room", "Raum"), and anything with punctuation.
 */
export function readsAsName(name: string): boolean {
  if (withoutSpaces.test(name)) return false;
  const words = name.split(' ');
  if (words.some(isSentenceWord)) return false;
  return looksLikeName(words) || (words.length === 1 && looksLikeIdentifier(name));
}

/** The same without regard to the words of our sentences. */
export function couldReadAsName(word: string): boolean {
  return !withoutSpaces.test(word) && (looksLikeName([word]) || looksLikeIdentifier(word));
}

function looksLikeName(words: readonly string[]): boolean {
  const names = words.filter((word) => !emoji.test(word));
  const last = names.at(-1);
  if (last === undefined || !names.every((word) => nameWord.test(word) || initial.test(word))) return false;
  if (initial.test(last)) return false;
  return [...(names[0] ?? '')].length > 1 || names.length > 1;
}

function looksLikeIdentifier(text: string): boolean {
  if (telephone.test(text)) return true;
  if (edge.test(text) || !letter.test(text)) return false;
  if (text.length < (/^\p{N}/u.test(text) ? minLengthFromDigit : minLength)) return false;
  return /[@_…]/.test(text) || digit.test(text) || camelCase.test(text) || joint.test(text);
}
