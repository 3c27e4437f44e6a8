/** The origin of the Insights API in Twilio's documentation. */
export const documentedOrigin = 'https://insights.twilio.com';

/** The edges that Twilio's helper libraries use for a region where none is set. */
const edges: Readonly<Record<string, string>> = {
  au1: 'sydney',
  br1: 'sao-paulo',
  de1: 'frankfurt',
  ie1: 'dublin',
  jp1: 'tokyo',
  jp2: 'osaka',
  sg1: 'singapore',
  us1: 'ashburn',
  us2: 'umatilla',
};

/**
 * The origin of the Insights API in a region, through an edge: the host is `insights.{edge}.{region}.twilio.com`,
 * and the documented one for neither and for US1. Undefined if one of them cannot be part of a host's name.
 */
export function regionalOrigin(region: string | undefined, edge: string | undefined): string | undefined {
  const [place = 'us1', through] = [region, edge].map((one) => one?.trim().toLowerCase() || undefined);
  if (![place, through ?? ''].every((one) => /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/.test(one))) return undefined;
  if (place === 'us1' && through === undefined) return documentedOrigin;
  const known = through ?? (Object.hasOwn(edges, place) ? edges[place] : undefined);
  return `https://insights.${known ? `${known}.` : ''}${place}.twilio.com`;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin of an address that the user set; undefined if credentials must not go there: any scheme but
 * https (or http to this machine), and any address with a path, a query or credentials.
 */
export function parseOrigin(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
  return bare && secure ? url.origin : undefined;
}

const insightsHost = /^insights((?:\.[a-z0-9-]+){0,2}\.twilio\.com)$/;

/**
 * The origin of the same account's Video API. Twilio has it on a host beside the Insights API, in every
 * region (`insights.dublin.ie1.twilio.com`, `video.dublin.ie1.twilio.com`). Any other address, such as a
 * gateway or a server on this machine, must serve both: credentials entered for it are sent nowhere else.
 */
export function videoOrigin(insightsOrigin: string): string {
  const { protocol, hostname, port } = new URL(insightsOrigin);
  const [, rest] = insightsHost.exec(hostname) ?? [];
  return rest && protocol === 'https:' && !port ? `https://video${rest}` : insightsOrigin;
}

/** Whether an origin is this machine itself, which is reached without a proxy. */
export function isLoopback(origin: string): boolean {
  return loopback.test(new URL(origin).hostname);
}
