/**
 * Whether an address is a page of Twilio. Only those become links: the API is known to send invalid addresses
 * at times.
 */
export function isTwilioPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const twilio = hostname === 'twilio.com' || hostname.endsWith('.twilio.com');
  return protocol === 'https:' && twilio && !username && !password;
}
