/** Only Twilio's own pages become links: the field is known to hold rubbish at times. */
export function isTwilioPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const twilio = hostname === 'twilio.com' || hostname.endsWith('.twilio.com');
  return protocol === 'https:' && twilio && !username && !password;
}
