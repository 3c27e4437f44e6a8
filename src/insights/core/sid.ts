/** A room's SID: `RM` and 32 hexadecimal digits. */
export type RoomSid = `RM${string}`;
/** A participant's SID: `PA` and 32 hexadecimal digits. */
export type ParticipantSid = `PA${string}`;

const hex32 = '[0-9a-f]{32}';
const roomSid = new RegExp(`^RM${hex32}$`);
const participantSid = new RegExp(`^PA${hex32}$`);
const accountSid = new RegExp(`^AC${hex32}$`);
const roomSidWithin = new RegExp(`(?<![0-9a-z])RM${hex32}(?![0-9a-z])`, 'i');

/** `RM` and 32 hexadecimal digits, in lower case. */
export function isRoomSid(value: unknown): value is RoomSid {
  return typeof value === 'string' && roomSid.test(value);
}

/** `PA` and 32 hexadecimal digits, in lower case. */
export function isParticipantSid(value: unknown): value is ParticipantSid {
  return typeof value === 'string' && participantSid.test(value);
}

/** `AC` and 32 hexadecimal digits, in lower case. */
export function isAccountSid(value: unknown): value is string {
  return typeof value === 'string' && accountSid.test(value);
}

/** The first room SID in any text, such as a log line or an address; in lower case. */
export function findRoomSid(text: string): RoomSid | undefined {
  const found = roomSidWithin.exec(text)?.[0];
  if (!found) return undefined;
  const sid = `RM${found.slice(2).toLowerCase()}`;
  return isRoomSid(sid) ? sid : undefined;
}
