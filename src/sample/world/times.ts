/** Milliseconds since 1970. `ended` is null while the room is in progress. */
export interface RoomTimes {
  readonly created: number;
  readonly ended: number | null;
}

/** With milliseconds or without: both come, the same way all through one room. */
export function formatTime(time: number, roomIndex: number): string {
  const text = new Date(time).toISOString();
  return keepsMilliseconds(roomIndex) ? text : text.replace(/\.\d+Z$/, 'Z');
}

export function keepsMilliseconds(roomIndex: number): boolean {
  return roomIndex % 3 === 0;
}

/** The address of a resource at Twilio, wherever the sample is served. */
export function resourceUrl(roomSid: string, participantSid?: string): string {
  const room = `https://insights.twilio.com/v1/Video/Rooms/${roomSid}`;
  return participantSid === undefined ? room : `${room}/Participants/${participantSid}`;
}
