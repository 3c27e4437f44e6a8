/** A room's SID: `RM` and 32 hexadecimal digits. */
export type RoomSid = `RM${string}`;
/** A participant's SID: `PA` and 32 hexadecimal digits. */
export type ParticipantSid = `PA${string}`;

/**
 * Twilio's OpenAPI description gives `[0-9a-fA-F]{32}` as the pattern of every SID. Its own SIDs are in lower
 * case. Whether a request may spell one differently is not documented, so a SID is sent as it was received.
 */
const hex32 = '[0-9a-fA-F]{32}';
const roomSid = new RegExp(`^RM${hex32}$`);
const participantSid = new RegExp(`^PA${hex32}$`);
const accountSid = new RegExp(`^AC${hex32}$`);
const roomSidWithin = new RegExp(`(?<![0-9a-z])RM${hex32}(?![0-9a-z])`, 'i');
const upperCase = /[A-F]/;
const sidLength = 34;

/** `RM` and 32 hexadecimal digits. */
export function isRoomSid(value: unknown): value is RoomSid {
  return typeof value === 'string' && roomSid.test(value);
}

/** `PA` and 32 hexadecimal digits. */
export function isParticipantSid(value: unknown): value is ParticipantSid {
  return typeof value === 'string' && participantSid.test(value);
}

/** `AC` and 32 hexadecimal digits. */
export function isAccountSid(value: unknown): value is string {
  return typeof value === 'string' && accountSid.test(value);
}

/**
 * The first room SID in any text, such as a log line or an address. Its digits are spelled as in the text; the
 * two letters are in upper case.
 */
export function findRoomSid(text: string): RoomSid | undefined {
  const found = roomSidWithin.exec(text)?.[0];
  return found === undefined ? undefined : `RM${found.slice(2)}`;
}

/** A SID with its digits in lower case, to compare it with others; any other text is unchanged. */
export function foldSid<Text extends string>(sid: Text): Text;
export function foldSid(sid: string): string {
  if (sid.length !== sidLength || !upperCase.test(sid.slice(2))) return sid;
  return sid.slice(0, 2) + sid.slice(2).toLowerCase();
}

/** Whether two SIDs are the same, in whatever case their digits are. */
export function isSameSid(one: string, other: string): boolean {
  return one === other || foldSid(one) === foldSid(other);
}
