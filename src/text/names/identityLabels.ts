import { beginning, ending } from '../../unicode/truncate.ts';
import { differencesOf, type JsonIdentity, readJsonIdentity, shortName } from './jsonIdentity.ts';
import {
  appearance,
  cutMiddle,
  cutStart,
  fits,
  isEmail,
  maxLabelLength,
  maxWholeLength,
  oneLine,
  sharedLength,
} from './shortText.ts';

/** From this length on, a beginning that others share is left out. */
const minSharedLength = 12;

const uuid = /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;
const sid = /^[a-z]{2}[0-9a-f]{32}$/i;

interface Entry {
  readonly identity: string;
  /** The identity on one line. */
  readonly text: string;
  readonly json: JsonIdentity | undefined;
  /** The number of code units that begin the text of another identity too. */
  shared: number;
}

/** Makes one candidate for each entry, or none. */
type Round = (entries: readonly Entry[]) => readonly (string | undefined)[];

/** The best candidates first. A candidate that two entries have is nobody's. */
const rounds: readonly Round[] = [
  (entries) => entries.map((one) => (isWhole(one) ? one.text : undefined)),
  telling,
  differing,
  (entries) => entries.map(({ json, text }) => (!json && fits(text, maxWholeLength) ? text : undefined)),
];

/**
 * A short label for each identity of a call, which differs from all others in its appearance: the identity,
 * its name if it is JSON, beginning and end if it is long, the part that differs if others begin alike, and
 * as the last resort a number. E-mail addresses and telephone numbers stay whole. Labels are on one line,
 * have no invisible characters, and at most 40 code points unless a longer one is needed to tell identities
 * apart. The order of the identities does not matter. O(n log n) for n characters in total.
 */
export function identityLabels(identities: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  const entries = entriesOf(identities);
  const give = ({ identity }: Entry, label: string) => {
    taken.add(appearance(label));
    labels.set(identity, label);
  };
  const open = () => entries.filter(({ identity }) => !labels.has(identity));

  // An identity that can be shown as it is has the first right to its own text.
  for (const one of entries) {
    if (one.identity === one.text && isWhole(one) && !taken.has(appearance(one.text))) give(one, one.text);
  }
  for (const round of rounds) {
    const rest = open();
    const candidates = round(rest);
    const counts = new Map<string, number>();
    for (const label of candidates) {
      if (label) counts.set(appearance(label), (counts.get(appearance(label)) ?? 0) + 1);
    }
    for (const [index, one] of rest.entries()) {
      const label = candidates[index];
      if (!label || taken.has(appearance(label)) || counts.get(appearance(label)) !== 1) continue;
      give(one, label);
    }
  }
  const rest = open();
  const candidates = telling(rest);
  const next = new Map<string, number>();
  for (const [index, one] of rest.entries()) {
    const base = candidates[index] || '…';
    give(one, numbered(base, taken, next));
  }
  return labels;
}

function entriesOf(identities: readonly string[]): Entry[] {
  const entries = [...new Set(identities)].map(
    (identity): Entry => ({ identity, text: oneLine(identity), json: readJsonIdentity(identity), shared: 0 }),
  );
  entries.sort((one, other) => compare(one.text, other.text) || compare(one.identity, other.identity));
  for (const [index, one] of entries.entries()) {
    const other = entries[index + 1];
    if (!other) break;
    const shared = sharedLength(one.text, other.text);
    one.shared = Math.max(one.shared, shared);
    other.shared = shared;
  }
  return entries;
}

/** By code units: the same everywhere. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether the text is shown as it is. */
function isWhole({ text, json }: Entry): boolean {
  if (text === '' || json || uuid.test(text) || sid.test(text)) return false;
  return fits(text) || isEmail(text);
}

/** A short label without regard to others, except for a beginning that they share. */
function telling(entries: readonly Entry[]): (string | undefined)[] {
  const nameless = differencesByIdentity(entries.filter(({ json }) => json && json.name === undefined));
  return entries.map((one) => {
    const { text, json, shared } = one;
    if (json) return json.name === undefined ? nameless.get(one) : shortName(json.name);
    if (uuid.test(text) || sid.test(text)) return `${beginning(text, 8)}…${ending(text, 4)}`;
    return shared < minSharedLength ? cutMiddle(text) : cutStart(text, shared);
  });
}

/** What differs from those with the same short label. */
function differing(entries: readonly Entry[]): (string | undefined)[] {
  const named = new Map<Entry, string>();
  for (const group of Map.groupBy(entries, ({ json }) => json?.name).values()) {
    for (const [one, label] of differencesByIdentity(group.filter(({ json }) => json))) named.set(one, label);
  }
  return entries.map((one) => {
    if (one.json) return named.get(one);
    return one.shared < minSharedLength && one.text.length > maxLabelLength
      ? cutMiddle(one.text)
      : cutStart(one.text, one.shared);
  });
}

function differencesByIdentity(entries: readonly Entry[]): Map<Entry, string> {
  const identities = entries.flatMap(({ json }) => json ?? []);
  const labels = identities.length === 0 ? [] : differencesOf(identities);
  return new Map(entries.map((one, index) => [one, labels[index] ?? '']));
}

/** The label, or with the first number from 2 that makes it differ. */
function numbered(base: string, taken: ReadonlySet<string>, next: Map<string, number>): string {
  if (!next.has(base)) {
    next.set(base, 2);
    if (!taken.has(appearance(base))) return base;
  }
  for (let number = next.get(base) ?? 2; ; number++) {
    const label = `${base} (${number})`;
    if (taken.has(appearance(label))) continue;
    next.set(base, number + 1);
    return label;
  }
}
