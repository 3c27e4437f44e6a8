/** Where Twilio documents the Insights API. */
export const documentedOrigin = 'https://insights.twilio.com';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin in an address that a person set; undefined if credentials must
 * not go there: anything but https (http to this machine itself excepted), and
 * anything with a path, a query or credentials in it.
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
 * Where the Video API of the same account answers. Twilio has it on a host beside the Insights API, in every
 * region (`insights.dublin.ie1.twilio.com`, `video.dublin.ie1.twilio.com`). Any other address, such as a
 * gateway or a server on this machine, has to answer for both: credentials that were entered for it go nowhere else.
 */
export function videoOrigin(insightsOrigin: string): string {
  const { protocol, hostname, port } = new URL(insightsOrigin);
  const [, rest] = insightsHost.exec(hostname) ?? [];
  return rest && protocol === 'https:' && !port ? `https://video${rest}` : insightsOrigin;
}

/** Whether an origin is this machine itself, which no proxy stands before. */
export function isLoopback(origin: string): boolean {
  return loopback.test(new URL(origin).hostname);
}
