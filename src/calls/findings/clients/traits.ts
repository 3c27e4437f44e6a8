import { t } from '@vscode/l10n';
import { enumLabel } from '../../../text/enumLabels.ts';
import { type Client, clientOf } from '../../analysis/client.ts';
import type { Stay } from '../../analysis/stay.ts';
import { softwareText } from '../common/clientText.ts';
import { valueInText } from '../common/nameText.ts';
import { edgeOf, regionOf } from '../common/places.ts';

/** Something that stays can have in common. */
interface Trait {
  readonly key: string;
  readonly text: string;
}

/** What some stays share and others have not, in words. */
export interface Difference {
  readonly text: string;
  /** What the others have instead. */
  readonly other: string;
  /** Whether it is the browser: then the rest of the device is the same, as far as is known. */
  readonly isBrowser: boolean;
}

type TraitOf = (client: Client, stay: Stay) => Trait | undefined;

/** What may separate stays, by kind; of each kind the first that does. */
const kinds: readonly (readonly TraitOf[])[] = [
  [
    ({ browser }) => browser && { key: browser.name, text: softwareText(browser) },
    ({ browser, platform }) =>
      browser && platform && { key: `${browser.name} ${platform.name}`, text: onPlatform(browser, platform) },
    ({ browser }) =>
      browser?.major === undefined
        ? undefined
        : { key: `${browser.name} ${browser.major}`, text: softwareText(browser) },
  ],
  [({ platform }) => platform && { key: platform.name, text: valueInText(platform.name) }],
  [
    ({ sdk }) =>
      sdk?.version === undefined
        ? undefined
        : { key: `${sdk.name} ${sdk.version}`, text: valueInText(`${sdk.name} ${sdk.version}`) },
  ],
  [({ device }) => (device ? { key: device, text: valueInText(device) } : undefined)],
  [(_, { participant }) => place(regionOf(participant.read('media_region')))],
  [(_, { participant }) => place(edgeOf(participant.read('edge_location')))],
];

function onPlatform(
  browser: NonNullable<Client['browser']>,
  platform: NonNullable<Client['platform']>,
): string {
  return t({
    message: '{0} on {1}',
    comment: ['Chrome 104 on Windows'],
    args: [softwareText(browser), valueInText(platform.name)],
  });
}

function place(value: string | undefined): Trait | undefined {
  return value === undefined ? undefined : { key: value, text: enumLabel(value) };
}

/** The traits that all of some stays share and none of the others has. Silent on what is not known of any of them. */
export function differences(some: readonly Stay[], others: readonly Stay[]): Difference[] {
  return kinds.flatMap((traits, index) => {
    const found = traits.map((traitOf) => separating(traitOf, some, others)).find((one) => one !== undefined);
    return found ? [{ ...found, isBrowser: index === 0 }] : [];
  });
}

function separating(
  traitOf: TraitOf,
  some: readonly Stay[],
  others: readonly Stay[],
): { text: string; other: string } | undefined {
  const traitsOf = (stays: readonly Stay[]) => stays.map((stay) => traitOf(clientOf(stay.participant), stay));
  const have = traitsOf(some);
  const [trait, ...rest] = distinct(have);
  // Before the others are read, of whom there can be a thousand.
  if (!trait || rest.length > 0 || have.includes(undefined)) return undefined;
  const lack = traitsOf(others);
  const foreign = distinct(lack);
  if (foreign.length === 0 || lack.includes(undefined)) return undefined;
  if (foreign.some(({ key }) => sameKey(key, trait.key))) return undefined;
  const shown = foreign.slice(0, 3).map(({ text }) => text);
  return { text: trait.text, other: shown.join(', ') };
}

/** One trait for each key; where texts of a key differ (versions), the first. */
function distinct(found: readonly (Trait | undefined)[]): Trait[] {
  const byKey = new Map<string, Trait>();
  for (const trait of found) {
    const key = trait?.key.toLowerCase() ?? '';
    if (trait && !byKey.has(key)) byKey.set(key, trait);
  }
  return [...byKey.values()];
}

function sameKey(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
