/** Milliseconds since 1970. `ended` is null while the room is in progress. */
export interface RoomTimes {
  readonly created: number;
  readonly ended: number | null;
}

/** Formats a time with or without milliseconds, the same way in all of a room: the API sends both. */
export function formatTime(time: number, roomIndex: number): string {
  const text = new Date(time).toISOString();
  return hasMilliseconds(roomIndex) ? text : text.replace(/\.\d+Z$/, 'Z');
}

/** Whether the times of a room have milliseconds. */
export function hasMilliseconds(roomIndex: number): boolean {
  return roomIndex % 3 === 0;
}

/** The address of a resource at Twilio, regardless of where the sample is served. */
export function resourceUrl(roomSid: string, participantSid?: string): string {
  const room = `https://insights.twilio.com/v1/Video/Rooms/${roomSid}`;
  return participantSid === undefined ? room : `${room}/Participants/${participantSid}`;
}
