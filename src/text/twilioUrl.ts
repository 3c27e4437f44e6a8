/**
 * Whether an address is a page of Twilio: of its site, or of its organization on GitHub, where it publishes
 * the changelogs and the known issues of its SDKs. Only those become links: the API is known to send invalid
 * addresses at times.
 */
export function isTwilioPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname, username, password } = new URL(address);
  const site = hostname === 'twilio.com' || hostname.endsWith('.twilio.com');
  const repository = hostname === 'github.com' && pathname.startsWith('/twilio/');
  return protocol === 'https:' && (site || repository) && !username && !password;
}
