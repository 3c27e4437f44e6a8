import { Uri } from 'vscode';
import { commands } from '../../ids.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { FoundSid } from '../../rooms/sids/findSids.ts';
import type { ParticipantRooms } from '../../rooms/sids/participantRooms.ts';

/** Target of a SID's link: the arguments of the command `openRoomBySid`. */
export type SidTarget = readonly [room: RoomSid, participant?: string];

/** Finds the room of a participant, if it is known. */
export type RoomsOfParticipants = Pick<ParticipantRooms, 'find'>;

/** The room of a SID. Undefined for a participant whose room is not known. */
export function targetOf(found: FoundSid, rooms: RoomsOfParticipants): SidTarget | undefined {
  return found.kind === 'room' ? [found.sid] : rooms.find(found.sid);
}

/** The link that opens a target. */
export function openUri(target: SidTarget): Uri {
  return Uri.from({ scheme: 'command', path: commands.openRoomBySid, query: JSON.stringify(target) });
}
