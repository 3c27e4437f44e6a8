import { t } from '@vscode/l10n';
import { minute } from '../../async/durations.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import { type Client, clientOf } from '../analysis/client.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { Stay } from '../analysis/stay.ts';
import { softwareText } from './clientText.ts';
import { evidenceOf, type Finding, type Rule } from './finding.ts';
import { countInText, errorInText, lanesWith, nameInText, peopleOfStays } from './nameText.ts';

/** A stay of this length, in milliseconds, shows that a client works. */
const worksMs = minute;
/** The chance that those who failed are the only ones with something in common by accident is below one in this. */
const minWays = 10;

/** Something that stays can have in common: its value, and the value in words. */
interface Trait {
  readonly key: string;
  readonly text: string;
}

/** What may separate stays that failed from the others, the most telling first. */
const traits: readonly ((client: Client, stay: Stay) => Trait | undefined)[] = [
  ({ browser }) => browser && { key: browser.name.toLowerCase(), text: softwareText(browser) },
  ({ platform }) => platform && { key: platform.name.toLowerCase(), text: nameInText(platform.name) },
  ({ browser, platform }) =>
    browser &&
    platform && {
      key: `${browser.name} ${platform.name}`.toLowerCase(),
      text: t({
        message: '{0} on {1}',
        comment: ['Chrome 104 on Windows'],
        args: [softwareText(browser), nameInText(platform.name)],
      }),
    },
  ({ browser }) =>
    browser?.major === undefined
      ? undefined
      : { key: `${browser.name} ${browser.major}`.toLowerCase(), text: softwareText(browser) },
  ({ sdk }) =>
    sdk?.version === undefined
      ? undefined
      : {
          key: `${sdk.name} ${sdk.version}`.toLowerCase(),
          text: `${nameInText(sdk.name)} ${nameInText(sdk.version)}`,
        },
  ({ device }) => (device ? { key: device.toLowerCase(), text: nameInText(device) } : undefined),
  (_, { participant }) => place(participant.read('media_region')),
  (_, { participant }) => place(participant.read('edge_location')),
];

function place(value: string | undefined): Trait | undefined {
  return value ? { key: value.toLowerCase(), text: nameInText(enumLabel(value)) } : undefined;
}

/**
 * What stays that failed with one code have in common and the others have not: stays of one identity (all tries with
 * one browser failed, another worked), or people. Silent unless the numbers suffice: at least two that failed, and
 * among people so many others that the same would hardly come about by chance.
 */
export const whatDiffers: Rule = (call, format) => {
  const failed = call.stays.filter(
    ({ outcome, recovered, errorCode }) =>
      !recovered && errorCode !== undefined && (outcome === 'dropped' || outcome === 'refused'),
  );
  return [...Map.groupBy(failed, ({ errorCode }) => errorCode)].flatMap(([code, stays]) => {
    if (code === undefined || code === 53105) return [];
    const found = [
      ...lanesWith(stays, call).flatMap((lane) => withinLane(lane, code, format)),
      betweenPeople(stays, code, call, format),
    ];
    return found.filter((one) => one !== undefined);
  });
};

/** One identity whose stays differ. */
function withinLane(lane: Lane, code: number, format: Format): Finding[] {
  const failed = lane.stays.filter(({ errorCode, recovered }) => errorCode === code && !recovered);
  const worked = lane.stays.filter(works);
  if (failed.length < 2 || worked.length === 0) return [];
  const trait = separating(failed, worked);
  if (!trait) return [];
  return [
    {
      rule: 'what-differs',
      severity: 'warning',
      title: t(
        '{0}: all {1} stays with {2} ended with {3}, and it worked with {4}',
        nameInText(lane.name),
        format.number(failed.length),
        trait.text,
        errorInText(code, undefined),
        trait.other,
      ),
      evidence: evidenceOf(failed),
      meaning: t(
        'The same participant had no trouble with {0}, so that is what differs; the network comes second.',
        trait.other,
      ),
      check: t('{0} on that device: its settings, extensions, policies and version.', trait.text),
    },
  ];
}

/** People who failed, against everybody else who was in the room. */
function betweenPeople(
  stays: readonly Stay[],
  code: number,
  call: CallAnalysis,
  format: Format,
): Finding | undefined {
  const lanes = lanesWith(stays, call);
  const others = call.people.filter((lane) => !lanes.includes(lane) && lane.stays.some(works));
  if (lanes.length < 2 || others.length < 2 || ways(lanes.length, others.length) < minWays) return undefined;
  const trait = separating(
    stays,
    others.flatMap((lane) => lane.stays),
  );
  if (!trait) return undefined;
  return {
    rule: 'what-differs',
    severity: 'warning',
    title: t(
      '{0} with {1} have {2} in common; none of {3} without it has',
      peopleOfStays(stays, call, format),
      errorInText(code, undefined),
      trait.text,
      countInText(others, format),
    ),
    evidence: evidenceOf(stays),
    meaning: t(
      'What only they share is where to look first. With so few participants it can still be chance.',
    ),
    check: t('Whether it happens to them with another browser, device, version or network than that.'),
  };
}

/** In how many ways so many could be chosen of all; at most `minWays` is told apart. */
function ways(failed: number, others: number): number {
  let result = 1;
  for (let index = 1; index <= Math.min(failed, others); index++) {
    result = (result * (failed + others - index + 1)) / index;
    if (result >= minWays) return result;
  }
  return result;
}

/** The first trait that all of some stays share and none of the others has; undefined where one is not known. */
function separating(
  failed: readonly Stay[],
  others: readonly Stay[],
): (Trait & { other: string }) | undefined {
  for (const traitOf of traits) {
    const [have, lack] = [failed, others].map((stays) =>
      stays.map((stay) => traitOf(clientOf(stay.participant), stay)),
    );
    const [trait, ...rest] = distinct(have ?? []);
    const foreign = distinct(lack ?? []);
    const [other] = foreign;
    if (!trait || !other || rest.length > 0 || have?.includes(undefined) || lack?.includes(undefined))
      continue;
    if (foreign.some(({ key }) => key === trait.key)) continue;
    return {
      ...trait,
      other: foreign
        .map(({ text }) => text)
        .slice(0, 3)
        .join(', '),
    };
  }
  return undefined;
}

/** One trait for each key; where texts of a key differ (versions), the first. */
function distinct(found: readonly (Trait | undefined)[]): Trait[] {
  return [...new Map(found.flatMap((trait) => (trait ? [[trait.key, trait] as const] : []))).values()];
}

function works({ outcome, arrival, span }: Stay): boolean {
  if (arrival === 'none' || outcome === 'dropped' || outcome === 'refused') return false;
  return span !== undefined && span.end - span.start >= worksMs;
}
