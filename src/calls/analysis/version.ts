/** A version in parts that can be compared. */
export interface Version {
  /** At least one number: 137, 0, 7151, 69. */
  readonly numbers: readonly number[];
  /** "beta10" of "2.0.0-beta10": its stage and its number. Undefined for a release. */
  readonly prerelease: { readonly stage: string; readonly number: number } | undefined;
}

/** A range of versions. Without `from` all older versions are in it, without `before` all newer ones. */
export interface VersionRange {
  /** The first version in the range. */
  readonly from?: string;
  /** The first version after the range. */
  readonly before?: string;
}

/** A version, also after "v" or after words, as in "Windows 10". The letters behind it are a prerelease. */
const pattern =
  /^(?:v|[a-z]+(?: [a-z]+)* )?(\d{1,9}(?:[._]\d{1,9}){0,5})(?![._]?\d)(?:[-.]?([a-z]+)[-.]?(\d{1,9})?)?/i;

/** Undefined if there is no version at the beginning of the text, or behind its first words. */
export function parseVersion(text: string): Version | undefined {
  const [, numbers, stage, number] = pattern.exec(text.trim().slice(0, 100)) ?? [];
  if (numbers === undefined) return undefined;
  return {
    numbers: numbers.split(/[._]/).map(Number),
    prerelease: stage === undefined ? undefined : { stage: stage.toLowerCase(), number: Number(number ?? 0) },
  };
}

/**
 * Negative if `a` is older than `b`, positive if it is newer, 0 if they are the same; undefined if one of them
 * is no version. Missing numbers are 0: "17" is "17.0". A prerelease is older than its release, and "beta9"
 * is older than "beta10".
 */
export function compareVersions(a: string, b: string): number | undefined {
  const [one, other] = [parseVersion(a), parseVersion(b)];
  return one && other && compare(one, other);
}

function compare(a: Version, b: Version): number {
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (!a.prerelease || !b.prerelease)
    return Number(b.prerelease !== undefined) - Number(a.prerelease !== undefined);
  if (a.prerelease.stage !== b.prerelease.stage) return a.prerelease.stage < b.prerelease.stage ? -1 : 1;
  return a.prerelease.number - b.prerelease.number;
}

/**
 * True if the version is certainly in the range. A version with fewer numbers than a bound that begins with
 * them is undecided, and false: "15" may be 15.0 or 15.1. So is a prerelease of a bound: "2.0.0-rc1" may
 * contain the changes of 2.0.0, or not.
 */
export function isWithin(version: string | undefined, { from, before }: VersionRange): boolean {
  const known = version === undefined ? undefined : parseVersion(version);
  if (!known) return false;
  const side = (bound: string): number | undefined => {
    const limit = parseVersion(bound);
    return limit && (isUndecided(known, limit) ? undefined : compare(known, limit));
  };
  const [lower, upper] = [from === undefined ? 0 : side(from), before === undefined ? -1 : side(before)];
  return lower !== undefined && upper !== undefined && lower >= 0 && upper < 0;
}

function isUndecided({ numbers, prerelease }: Version, bound: Version): boolean {
  const alike = numbers.every((number, index) => number === (bound.numbers[index] ?? 0));
  if (prerelease) return alike && !bound.prerelease && numbers.length >= bound.numbers.length;
  return alike && numbers.length < bound.numbers.length;
}
