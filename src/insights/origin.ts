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
