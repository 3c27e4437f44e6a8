import { t } from '@vscode/l10n';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import { documentedOrigin, regionalOrigin } from '../../insights/core/origin.ts';
import type { Explanation } from '../../text/explanation.ts';
import { plainText } from '../../text/plainText.ts';

/** A region of Twilio's and the edge to reach it through, as they are configured on this machine. */
export interface TwilioRegion {
  readonly region?: string | undefined;
  readonly edge?: string | undefined;
}

/**
 * The region in effect: as in Twilio's tools, each environment variable goes before what a profile of the CLI
 * says (Twilio CLI, "Regional").
 */
export function regionInEffect(
  environment: Readonly<Record<string, string | undefined>>,
  { region, edge }: TwilioRegion = {},
): TwilioRegion {
  return {
    region: environment.TWILIO_REGION?.trim() || region,
    edge: environment.TWILIO_EDGE?.trim() || edge,
  };
}

/**
 * The origin to sign in at, or an explanation if region or edge cannot be part of an address.
 * @param configured the origin in the setting, which goes before the region if it is another than the default
 */
export function originFor(configured: string, place: TwilioRegion): string | Explanation {
  if (configured !== documentedOrigin) return configured;
  const origin = regionalOrigin(place.region, place.edge);
  if (origin !== undefined) return origin;
  return {
    title: t('The Twilio region is not valid'),
    detail: t(
      'Region: “{0}”, edge: “{1}”. A region is written as in ie1, an edge as in dublin. Correct TWILIO_REGION and TWILIO_EDGE, or the profile of the Twilio CLI.',
      plainText(place.region ?? ''),
      plainText(place.edge ?? ''),
    ),
    steps: ['signIn'],
  };
}

/**
 * Explains a failed sign-in at a region's own address by the region; undefined if the failure has nothing to
 * do with it.
 */
export function explainRegionFailure(error: unknown, origin: string): Explanation | undefined {
  if (!isInsightsError(error) || error.details.atProxy) return undefined;
  const [, region] = /^https:\/\/insights\.(?:[a-z0-9-]+\.)?([a-z0-9-]+)\.twilio\.com$/.exec(origin) ?? [];
  if (region === undefined) return undefined;
  switch (error.kind) {
    case 'unauthorized':
      return {
        title: t('Twilio refused the credentials in the region {0}', region),
        detail: t(
          'Each region has its own API keys and Auth Tokens. If these are of another region, correct TWILIO_REGION or the region of the Twilio CLI’s profile; nothing else was tried. They were sent to {0}.',
          origin,
        ),
        steps: ['signIn'],
      };
    case 'unreachable':
    case 'tlsUntrusted':
      return {
        title: t('The Twilio region {0} cannot be reached', region),
        detail: t(
          'There may be no such region or edge. Check TWILIO_REGION and TWILIO_EDGE, or the profile of the Twilio CLI, then the network connection. The address was {0}; nothing was sent.',
          origin,
        ),
        steps: ['signIn'],
      };
    default:
      return undefined;
  }
}
