import { t } from '@vscode/l10n';
import { clientOf } from '../../analysis/client.ts';
import type { Stay } from '../../analysis/stay.ts';
import { parseVersion } from '../../analysis/version.ts';
import { evidenceOf, type Rule } from '../common/finding.ts';
import { peopleOfStays, valueInText } from '../common/nameText.ts';

const js = 'twilio-video.js';

/**
 * The SDK's name in lower case, and its major version; undefined if one of them is not known. A version with
 * a single number is none of an SDK.
 */
function sdkOf({ participant }: Stay): { name: string; major: number } | undefined {
  const { sdk } = clientOf(participant);
  const [major, minor] = parseVersion(sdk?.version ?? '')?.numbers ?? [];
  if (!sdk || major === undefined || minor === undefined) return undefined;
  return { name: sdk.name.toLowerCase(), major };
}

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
