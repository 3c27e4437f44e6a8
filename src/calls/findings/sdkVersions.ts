import { t } from '@vscode/l10n';
import type { Stay } from '../analysis/stay.ts';
import { evidenceOf, type Rule } from './finding.ts';
import { peopleOfStays, valueInText } from './nameText.ts';

/** An SDK according to `publisher_info`: "twilio-video.js", major version 2. */
interface Sdk {
  readonly name: string;
  readonly major: number;
}

function sdkOf({ participant }: Stay): Sdk | undefined {
  const publisher = participant.read('publisher_info');
  const [name, version] = [publisher?.name, publisher?.sdk_version];
  if (typeof name !== 'string' || typeof version !== 'string' || !name.trim()) return undefined;
  const major = /^v?(\d{1,4})\./.exec(version.trim())?.[1];
  return major === undefined
    ? undefined
    : { name: name.trim().toLowerCase().slice(0, 60), major: Number(major) };
}

const js = 'twilio-video.js';

/**
 * twilio-video.js 1.x (or older). Not because of its age: according to Twilio's guide "Migrating from 1.x to
 * 2.x", 1.x leaves the room at any network disruption, while 2.x reconnects. Silent on later versions and on
 * the other SDKs, for which no such rule is known.
 */
export const sdkOutdated: Rule = (call, format) => {
  const stays = call.stays.filter((stay) => {
    const sdk = sdkOf(stay);
    return sdk?.name === js && sdk.major < 2;
  });
  if (stays.length === 0) return [];
  return [
    {
      rule: 'sdk-outdated',
      severity: stays.some(({ outcome }) => outcome === 'dropped') ? 'warning' : 'info',
      title: t('{0} used twilio-video.js 1.x', peopleOfStays(stays, call, format)),
      evidence: evidenceOf(stays, 'start'),
      meaning: t(
        'This version does not reconnect: any disruption of the network ends the stay. Version 2 reconnects.',
      ),
      check: t('Whether an old build of the application is still served or cached.'),
      link: 'https://www.twilio.com/docs/video/migrating-1x-2x',
    },
  ];
};

/**
 * Different major versions of one SDK in the same room. Silent on minor versions, which always differ while a
 * release is rolled out, on different SDKs (browser and phones), and if no version is known.
 */
export const sdkMixed: Rule = (call, format) => {
  const sdks = new Map(call.stays.map((stay) => [stay, sdkOf(stay)]));
  return [...Map.groupBy(call.stays, (stay) => sdks.get(stay)?.name)].flatMap(([name, stays]) => {
    if (name === undefined) return [];
    const majors = Map.groupBy(stays, (stay) => sdks.get(stay)?.major ?? 0);
    if (majors.size < 2) return [];
    const oldest = majors.get(Math.min(...majors.keys())) ?? [];
    const versions = [...majors.keys()].sort((a, b) => a - b);
    return [
      {
        rule: 'sdk-mixed' as const,
        severity: 'info' as const,
        title: t(
          'Different major versions of {0} in one room: {1}',
          valueInText(name),
          versions
            .slice(0, 6)
            .map((major) => `${major}.x`)
            .join(', '),
        ),
        evidence: evidenceOf(oldest, 'start'),
        meaning: t(
          'Two builds of the application were in use at the same time; the older one is listed here.',
        ),
        check: t(
          'Whether the problem concerns only those with the older version: {0}.',
          peopleOfStays(oldest, call, format),
        ),
      },
    ];
  });
};
